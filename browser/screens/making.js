/** Says what is happening while the device makes or tries a lock. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { threads } from "./mark.js";

/**
 * @param {string} title what is happening
 * @param {string} why and why it takes a moment
 */
export function making(title, why) {
	return html`<div class="calm making" role="status">
		<span class="moving">${threads}</span>
		<div><strong>${title}</strong><p>${why}</p></div>
	</div>`;
}

/**
 * What stands in for a screen while `work` is going on, or null.
 * @param {string | null} work
 */
export function workNote(work) {
	/** @type {Record<string, [string, string]>} */
	const words = {
		"making-lock": ["come-in.making", "come-in.making-why"],
		"opening-lock": ["return.opening", "return.opening-why"],
		"opening-spare": ["spare.opening", "spare.opening-why"],
		"opening-device": ["open-here.opening", "open-here.opening-why"],
		"opening-passkey": ["open-here.opening", "passkey.opening-why"],
		"making-passkey": ["passkey.making", "passkey.making-why"],
		"making-device": ["come-in.making", "come-in.making-why"],
		"new-lock": ["lock.making", "lock.making-why"],
		renewing: ["renew.making", "come-in.making-why"],
	};
	const pair = work === null ? undefined : words[work];
	return pair === undefined ? null : making(say(pair[0]), say(pair[1]));
}
