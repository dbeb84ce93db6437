import { fromText, fromUtf8 } from "../crypto/bytes.js";
import { today } from "./clock.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * What a specialist does beside talking: yes and no, seat, profile, joining.
 */

export class Specialist {
	#inside;
	/** @type {any} */
	#endorsement = null;

	/** @param {import("./inside.js").Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	/** My endorsement as the core verified it today, or null. */
	get endorsement() {
		return this.#endorsement;
	}

	/** My profile as it was signed last. @returns {any} */
	get profile() {
		const { profile } = this.#inside.me;
		return profile === null ? null : JSON.parse(fromUtf8(fromText(profile.bytes)));
	}

	/** Does the programme still stand behind me? Says so a month ahead. */
	async check() {
		const { endorsement } = this.#inside.me;
		if (endorsement === null) return;
		const { core, clock, onNotice } = this.#inside.given;
		try {
			this.#endorsement = await core.endorsementCheck({ endorsement, today: today(clock) });
			if (!this.#endorsement.valid) onNotice("programme-lapsed");
			else if (this.#endorsement.ends_soon) onNotice("programme-lapsing");
		} catch (error) {
			if (!isRefusal(error)) throw error;
			onNotice("programme-lapsed");
			await this.#showAgain();
		}
	}

	/** With a new lock what I show is signed anew, so that it counts once the programme stands behind me again. */
	async #showAgain() {
		const { profile, key_records: records } = this.#inside.me;
		const ik = records.at(-1).ik;
		const begun = records.findLast((/** @type {any} */ record, /** @type {number} */ i) => {
			return record.ik === ik && records[i - 1]?.ik !== ik;
		});
		if (profile === null || begun.gen === 0 || profile.day > begun.day) return;
		try {
			await this.saveProfile(this.profile);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** Says yes to a hello that was read here: signs the promise. @param {string} id @param {string} [lang] they read it in */
	async accept(id, lang = "") {
		const { core, clock } = this.#inside.given;
		const relationship = this.#inside.relationships.of(id);
		if (relationship === null) throw new RoomError("not-found");
		const signed = await core.agree({ relationship, day: today(clock) });
		await this.#inside.step(id, "accept", { ...signed, lang });
		this.#inside.saving.soon();
	}

	/** @param {string} id */
	async decline(id) {
		await this.#inside.step(id, "decline");
	}

	/** @param {{paused: boolean, cap: number}} seat */
	async setSeat({ paused, cap }) {
		this.#inside.mePart({ seat: await this.#inside.given.api.putSeat({ paused, cap }) });
	}

	/** Someone at the desk says that they are me: yes, or no (any more). @param {number} id @param {boolean} isMe */
	async atTheDesk(id, isMe) {
		this.#inside.mePart(await this.#inside.given.api.atTheDesk(id, isMe ? "agree" : "take-back"));
	}

	/** @param {any} profile fields as in envelope.md section 5 */
	async saveProfile(profile) {
		const { core, api, clock } = this.#inside.given;
		const ver = (this.#inside.me.profile?.ver ?? 0) + 1;
		const signed = await core.profile({ profile: inOrder(profile), ver, day: today(clock) });
		this.#inside.mePart({ profile: await api.putProfile(signed.profile) });
	}

	/** Four words by which the programme's lead knows these keys. */
	async checkWords() {
		return (await this.#inside.given.core.checkWords({})).words;
	}

	/** The file that the programme's lead signs. */
	async endorsementRequest() {
		const name = this.profile?.name;
		if (!name) throw new RoomError("empty");
		const { file } = await this.#inside.given.core.endorsementRequest({ display_name: name });
		return {
			filename: `${this.#inside.username}.request.json`,
			text: `${JSON.stringify(file, null, "\t")}\n`,
		};
	}
}

/** Lists in the order in which they are signed. @param {any} profile */
function inOrder(profile) {
	const { reply } = profile;
	const days = [...reply.days].sort((one, other) => one - other);
	return {
		...profile,
		facts: [...profile.facts].sort(),
		langs: [...profile.langs].sort(),
		reply: { ...reply, days },
	};
}
