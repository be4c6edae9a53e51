// Every page's script: htmx, and the few things that make the pages quicker to use. All pages work without it.
import htmx from 'htmx.org';
import { tick } from './parts/countdown.js';
import { closeMenus } from './parts/menus.js';
import { readKeys } from './parts/keys.js';
import { followSelection } from './parts/selection.js';
import { openDialogs } from './parts/dialogs.js';
import { sendToken } from './parts/token.js';

window.htmx = htmx;
sendToken();
tick();
closeMenus();
openDialogs();
followSelection();
readKeys();
