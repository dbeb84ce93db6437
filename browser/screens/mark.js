/** The mark: two threads side by side. And the few signs the bars need. */
import { html } from "../vendor/lit.js";

export const threads = html`<svg viewBox="0 0 32 32" aria-hidden="true">
	<path class="thread thread-one" stroke-width="4" d="M6 27C6 15 13 16 13 5" />
	<path class="thread thread-two" stroke-width="4" d="M17 27c0-12 8-11 8-22" />
</svg>`;

export const door = html`<svg viewBox="0 0 24 24" aria-hidden="true">
	<path d="M14 4h5v16h-5M4 12h10M10 8l4 4-4 4" />
</svg>`;

export const upward = html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 20V5M6 11l6-6 6 6" />
</svg>`;

export const backward = html`<svg class="sign turns" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M20 12H5M11 6l-6 6 6 6" />
</svg>`;

export const clip = html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 5v14M5 12h14" />
</svg>`;

export const dots = html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 6h.01M12 12h.01M12 18h.01" stroke-width="3" />
</svg>`;
