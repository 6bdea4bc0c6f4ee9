/** Runs in the page: every piece of text whose contrast with what is behind it is below WCAG's 4.5, as "text: ratio". */
export const FAINT_TEXT = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const texts = [...document.querySelectorAll('body *')].filter((node) =>
    node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '') && !node.closest(':disabled, .hidden, .skip'));
  return texts
    .map((node) => ({ text: node.textContent.trim().slice(0, 30), ratio: ratio(rgba(getComputedStyle(node).color), behind(node)) }))
    .filter((one) => one.ratio < 4.5)
    .map((one) => one.text + ': ' + one.ratio.toFixed(2));
})()`;

/** Runs in the page: controls that a screen reader could not name. */
export const NAMELESS_CONTROLS = `[...document.querySelectorAll('button, a, input, summary')]
  .filter((node) => node.checkVisibility() && (node.getAttribute('aria-label') ?? (node.labels?.[0]?.textContent ?? node.textContent)).trim() === '')
  .map((node) => node.outerHTML)`;
