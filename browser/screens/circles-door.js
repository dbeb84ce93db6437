/** The way to circles, where a programme holds any or held some before. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";

/** @param {import("./screen.js").Screen} screen @param {string} [look] how its button looks */
export const circlesDoor = (screen, look = "button quiet") =>
	screen.view.config?.circles === true
		? html`<button class=${look} type="button" @click=${() => screen.go({ screen: "circles" })}>${say("circles.title")}</button>`
		: nothing;
