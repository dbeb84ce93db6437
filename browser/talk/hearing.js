/** How somebody hears that something is new: by mail, on this device, as a text, in a calendar. */
import { fromText } from "../crypto/bytes.js";
import { pushHere } from "../wire/push.js";

/** @typedef {import("./inside.js").Inside} Inside */
/** @typedef {import("../wire/push.js").NoteWords} NoteWords */

export class Part {
	#inside;
	#push;
	shown = Object.freeze({});

	/** @param {Inside} inside @param {typeof pushHere} [push] */
	constructor(inside, push = pushHere) {
		this.#inside = inside;
		this.#push = push;
	}

	deeds = Object.freeze({
		/** What is kept, whether this browser could be told, and which zone its clock is in. */
		look: async () => this.#seen(await this.#ask("GET", "notices")),
		/** @param {object} wish @param {NoteWords} words what a note says on this device, should it be told */
		save: async (wish, words) => {
			const kept = await this.#ask("PUT", "notices", wish);
			if (kept.here) await this.#push.keepWords(words);
			return this.#seen(kept);
		},
		/** @param {string} key the house's own @param {object} wish when, and how often @param {NoteWords} words */
		hear: async (key, wish, words) => {
			const given = await this.#push.hear(fromText(key));
			await this.#push.keepWords(words);
			await this.#told(given);
			return this.#seen(await this.#ask("PUT", "notices", wish));
		},
		/** The house first: whatever this browser still knows is then told nothing. */
		hush: async () => {
			await this.#ask("DELETE", "notices/device");
			await this.#push.hush();
			return this.#seen(await this.#ask("GET", "notices"));
		},
		/** A code goes there, and quiet hours are those of this clock until others are chosen. @param {string} number @param {string} lang */
		leaveNumber: async (number, lang) =>
			this.#seen(await this.#ask("PUT", "notices/number", { number, lang, zone: this.#inside.given.zone })),
		/** @param {string} code */
		showCode: async (code) => this.#seen(await this.#ask("POST", "notices/number/code", { code })),
		/** @param {object} wish when, and how often */
		choose: async (wish) => this.#seen(await this.#ask("PUT", "notices", wish)),
		dropNumber: async () => this.#seen(await this.#ask("DELETE", "notices/number")),
		/** @param {string} lang @returns {Promise<string>} the address, told once */
		makeCalendar: async (lang) => (await this.#ask("POST", "notices/calendar", { lang })).url,
		endCalendar: () => this.#ask("DELETE", "notices/calendar"),
	});

	/** A house that does not take it leaves no subscription behind. @param {import("../wire/push.js").Subscription} given */
	async #told(given) {
		try {
			await this.#ask("PUT", "notices/device", given);
		} catch (error) {
			await this.#push.hush();
			throw error;
		}
	}

	/** @param {any} kept */
	#seen(kept) {
		return Object.freeze({
			...kept,
			can: kept.push !== "" && this.#push.can(),
			zoneHere: this.#inside.given.zone,
		});
	}

	/** @param {"GET" | "POST" | "PUT" | "DELETE"} method @param {string} path @param {object} [body] */
	#ask(method, path, body) {
		return this.#inside.given.api.part(method, path, body);
	}
}
