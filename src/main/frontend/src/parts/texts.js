// The page's texts for scripts, in the reader's language; the layout puts them there from the messages.
const block = document.getElementById('texts');
const texts = block ? JSON.parse(block.textContent) : {};

/** The text of a key, with {0}, {1} … filled in. */
export function text(key, ...args) {
  const found = texts[key];
  if (found === undefined) {
    console.error(`No text for ${key}`);
    return '';
  }
  return found.replace(/\{(\d)\}/g, (_, index) => args[index] ?? '');
}
