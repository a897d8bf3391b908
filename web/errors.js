// Everything that went wrong, for tests and for whoever asks: window.fulcrum.errors.

const errors = [];

function failed(what) {
  errors.push(String((what && (what.stack || what.message)) || what));
}

addEventListener('error', event => failed(event.error || event.message));
addEventListener('unhandledrejection', event => failed(event.reason));
document.addEventListener('securitypolicyviolation',
  event => failed(`policy: ${event.violatedDirective} ${event.blockedURI}`));
