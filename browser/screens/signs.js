/** The five small signs people put on a line: drawn, and said in words. */
import { html, svg } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** By their number on the wire (envelope.md, section 8). */
export const signs = [1, 2, 3, 4, 5];

/** @type {Record<number, unknown>} a flower, two rings, a heart, a laughing face, two mountains */
const drawings = {
	1: svg`<path d="M12 21v-8M12 17c-4 0-5-2-5-4 3 0 5 1 5 4zM12 15c0-3 2-4 5-4 0 2-1 4-5 4z"/><path d="M12 9c-3 0-4-2-4-5l2 2 2-3 2 3 2-2c0 3-1 5-4 5z"/>`,
	2: svg`<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>`,
	3: svg`<path d="M12 20C5 15 3.5 12 3.5 9a4.3 4.3 0 0 1 8.5-1 4.3 4.3 0 0 1 8.5 1c0 3-1.5 6-8.5 11z"/>`,
	4: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 9.5h.01M16 9.5h.01M7.5 13.5c1 5 8 5 9 0z"/>`,
	5: svg`<path d="M2.5 19 9 7l4 7M10.5 19l5-9 6 9z"/>`,
};

/** @param {number} sign */
export const signDrawn = (sign) =>
	html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${drawings[sign]}</svg>`;

/** @param {number} sign */
export const signWord = (sign) => say(`sign.${sign}`);
