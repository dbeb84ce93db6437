/** The square picture of a text, drawn. */
import { html, svg } from "../vendor/lit.js";
import { squaresOf } from "./squares.js";

/** Light squares around a picture, so that phones find it. */
const quiet = 4;

/**
 * @param {string} text
 * @param {string} label what it is, for those who do not see it
 */
export function squaresFor(text, label) {
	const rows = squaresOf(text);
	const size = rows.length + 2 * quiet;
	const dark = rows.flatMap((row, y) =>
		row.flatMap((is, x) => (is ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
	);
	return html`<svg class="squares" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>
		${svg`<path class="light" d=${`M0 0h${size}v${size}h-${size}z`}></path><path class="dark" d=${dark.join("")}></path>`}
	</svg>`;
}
