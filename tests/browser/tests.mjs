// What is true of the page in every browser: [sentence, test]. A test throws when it is not, and may return a
// remark (a measured figure).
import { documents } from './tests/documents.mjs';
import { focus } from './tests/focus.mjs';
import { gestures } from './tests/gestures.mjs';
import { opening } from './tests/opening.mjs';
import { screen } from './tests/screen.mjs';
import { textView } from './tests/text_view.mjs';
import { trace } from './tests/trace.mjs';

export const tests = [...opening, ...gestures, ...focus, ...screen, ...textView, ...trace, ...documents];
