// form-js speaks English only. This puts our texts (messages client.form.…) where its own stand, and fails the build when
// a place is not found any more, so that an update cannot bring English words back unseen.
import { readFileSync } from 'node:fs';

const text = (key, ...args) => `sifangText(${[`'form.${key}'`, ...args].join(', ')})`;

/** What stands in form-js → what shall stand there. */
const PLACES = [
  // What a field says of its value
  ["'Field is required.'", text('required', 'field.label')],
  ['`Field must have minimum value of ${validation.min}.`', text('min', 'field.label', 'validation.min')],
  ['`Field must have maximum value of ${validation.max}.`', text('max', 'field.label', 'validation.max')],
  ['`Field must have minimum length of ${validation.minLength}.`', text('minLength', 'field.label', 'validation.minLength')],
  [
    '`Field must have maximum length of ${validation.maxLength}.`',
    text('maxLength', 'field.label', 'validation.maxLength', 'value.trim().length'),
  ],
  ['`Field must match pattern ${validation.pattern}.`', text('pattern', 'field.label')],
  ["'Field must be a valid  international phone number. (e.g. +4930664040900)'", text('pattern', 'field.label')],
  ["'Field must be a valid email.'", text('pattern', 'field.label')],
  ["'Value is not a number.'", text('number', 'field.label')],
  [
    "'Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.'",
    `(decimalDigits === 0 ? ${text('integer', 'field.label')} : ${text('decimals', 'field.label', 'decimalDigits')})`,
  ],
  [
    '`Please select a valid value, the two nearest valid values are ${previousValue} and ${nextValue}.`',
    text('nearest', 'previousValue', 'nextValue'),
  ],
  ["'Date and time must both be entered.'", text('dateAndTime')],
  // Dates as people write them here, whatever the browser's language
  ["new Intl.DateTimeFormat(locale)", "new Intl.DateTimeFormat(document.documentElement.lang.startsWith('zh') ? 'zh-CN' : 'en-GB')"],
  ['placeholder: getLocaleReadableDateFormat()', `placeholder: ${text('date')}`],
  ["placeholder: use24h ? 'hh:mm' : 'hh:mm --'", `placeholder: ${text('time')}`],
  // Choosing
  ["placeholder: 'Search'", `placeholder: ${text('search')}`],
  ["undefined : 'Search'", `undefined : ${text('search')}`],
  ["valueLabel || 'Select'", `valueLabel || ${text('choose')}`],
  ["emptyListMessage = 'No results'", `emptyListMessage = ${text('none')}`],
  ["hasOptionsLeft ? 'No results' : 'All values selected'", `hasOptionsLeft ? ${text('none')} : ${text('all')}`],
  ['label: "Skip to search"', `label: ${text('toSearch')}`],
  ['title: "Remove tag"', `title: ${text('remove')}`],
  ['"aria-label": "Increment"', `"aria-label": ${text('more')}`],
  ['"aria-label": "Decrement"', `"aria-label": ${text('less')}`],
  // Lists and tables
  ["\" \", 'Add new'", `" ", ${text('add')}`],
  ['`Expand all (${values.length - 1})`', text('expand', 'values.length')],
  ["\" \", 'Collapse'", `" ", ${text('collapse')}`],
  ['`Remove list item ${itemIndex + 1}`', text('removeRow', 'itemIndex + 1')],
  ["? 'Nothing to show.'", `? ${text('empty')}`],
  ['children: "Nothing to show."', `children: ${text('empty')}`],
  ['[currentPage + 1, " of ", chunkedData.length]', `[${text('page', 'currentPage + 1', 'chunkedData.length')}]`],
  ['"aria-label": "Previous page"', `"aria-label": ${text('previous')}`],
  ['"aria-label": "Next page"', `"aria-label": ${text('next')}`],
  ['`Click to sort by ${label} descending`', text('sortDown', 'label')],
  ['`Click to sort by ${label} ascending`', text('sortUp', 'label')],
  ["'Click to remove sorting'", text('unsorted')],
  // Files
  ['children: "Browse"', `children: ${text('browse')}`],
  ["'No files selected'", text('noFile')],
  ['`${files.length} files selected`', text('files', 'files.length')],
  ["'Document reference is not defined.'", text('noDocument')],
  ["'Unable to download document'", text('noDownload')],
  ['`Download ${fileName}`', text('download', 'fileName')],
  ['text: "No content to show."', `text: ${text('empty')}`],
  ['text: "External content couldn\'t be loaded."', `text: ${text('notLoaded')}`],
  ['alt: "This is an image placeholder"', 'alt: ""'],
];

export const formTexts = {
  name: 'form-texts',
  setup(build) {
    build.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      const errors = [];
      for (const [theirs, ours] of PLACES) {
        if (!contents.includes(theirs)) {
          errors.push({ text: `form-js no longer says ${theirs}: look for its new words` });
        }
        contents = contents.replaceAll(theirs, ours);
      }
      return { contents, loader: 'js', errors };
    });
  },
};
