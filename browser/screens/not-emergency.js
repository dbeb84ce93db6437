/** Under each box in which somebody writes to somebody: what this place is not. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";

export const notEmergency = () => html`<p class="small soft">${say("write.not-emergency")}</p>`;
