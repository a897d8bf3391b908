// Everything that went wrong, for tests and for whoever asks: window.fulcrum.errors.

const errors = [];

function failed(what) {
  errors.push(String((what && (what.stack || what.message)) || what));
}

// After a fault of the program, or of what the browser makes of it, the page begins again with the decision as it is;
// but not when it just did. returns whether it does
const hasJustBegunAgain = () => Date.now() - (history.state?.begun ?? 0) < 10000;
function beginAgain(problem) {
  failed(problem);
  if (!(problem instanceof WebAssembly.RuntimeError) || hasJustBegunAgain()) return false;
  try {
    const fragment = program ? read('link').split('#')[1] : location.hash.slice(1);
    history.replaceState({ begun: Date.now(), problem: problem.message }, '', '#' + fragment);
  } catch {
    return false;
  }
  location.reload();
  return true;
}

addEventListener('error', event => failed(event.error || event.message));
addEventListener('unhandledrejection', event => failed(event.reason));
document.addEventListener('securitypolicyviolation',
  event => failed(`policy: ${event.violatedDirective} ${event.blockedURI}`));
