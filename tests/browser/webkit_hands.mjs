// The mouse and the keyboard of a window of WebKit: real events, by WebDriver's actions.
import { Key } from 'selenium-webdriver';

// What puppeteer calls the keys that are no letters.
const keys = { Control: Key.CONTROL, Shift: Key.SHIFT, Enter: Key.ENTER, Tab: Key.TAB, Escape: Key.ESCAPE,
  Home: Key.HOME, End: Key.END, ArrowRight: Key.ARROW_RIGHT };

function keyOf(name) {
  const key = keys[name] ?? (name.length === 1 ? name : null);
  if (!key) throw new Error(`webkit_hands.mjs has no key ${name}`);
  return key;
}

// What is done without waiting for the last thing goes as one sequence, as when a hand is faster than the screen.
export class Hands {
  constructor(page) {
    Object.assign(this, { page, steps: [], done: null });
  }

  act(step) {
    this.steps.push(step);
    this.done ??= Promise.resolve().then(() => {
      const steps = this.steps.splice(0);
      this.done = null;
      return this.page.within(driver => steps.reduce((actions, next) => next(actions), driver.actions()).perform());
    });
    return this.done;
  }
}

export class Mouse {
  constructor(hands) {
    Object.assign(this, { hands, place: { x: 0, y: 0 } });
  }

  move(x, y) {
    const place = this.place = { x: Math.round(x), y: Math.round(y) };
    return this.hands.act(actions => actions.move({ ...place, duration: 0 }));
  }

  down() { return this.hands.act(actions => actions.press()); }

  up() { return this.hands.act(actions => actions.release()); }

  click(x, y) { return Promise.all([this.move(x, y), this.down(), this.up()]); }

  wheel({ deltaX = 0, deltaY = 0 }) {
    const { x, y } = this.place;
    return this.hands.act(actions => actions.scroll(x, y, deltaX, deltaY));
  }
}

export class Keyboard {
  constructor(hands) {
    this.hands = hands;
  }

  down(name) { return this.hands.act(actions => actions.keyDown(keyOf(name))); }

  up(name) { return this.hands.act(actions => actions.keyUp(keyOf(name))); }

  press(name) { return Promise.all([this.down(name), this.up(name)]); }

  type(text) { return Promise.all([...text].map(letter => this.press(letter))); }
}
