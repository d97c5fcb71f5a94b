/**
 * Where a control took itself away with its press the focus goes to the page's heading: the browser would put it
 * before the first word of the document. Nothing moves on the screen.
 */
export const focusHeading = (): void => {
  document.querySelector('h1')?.focus({ preventScroll: true });
};
