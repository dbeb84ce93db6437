import { formId } from "./form-id.js";
import { isCounted, repliesIn, together } from "./replying.js";
import { isRefusal } from "./trouble.js";

/**
 * How soon a specialist answered last month: counted here, from what they can read, and handed in by a press, by itself once they said so, or not at all.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {Readonly<{month: number, first: number, counts: import("./replying.js").Counts | null, isHandedIn: boolean, missing: number, open: boolean, each: boolean}>} Answering
 * `open` some of its lines may still be answered in time, or be late; `first` a moment in the month; `counts` null without hours that were said; `missing` how many talks could not be read to its beginning; `each` month is handed in by itself
 */

/** Months are counted twelve to a year, as the house counts them, in UTC. @param {number} moment */
export const monthOf = (moment) => {
	const date = new Date(moment);
	return 12 * date.getUTCFullYear() + date.getUTCMonth();
};

/** @param {number} month @returns {number} the moment it begins */
export const beginningOf = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** Among one's own sealed things; the house learns of no standing yes. */
const STANDING = formId("answering each month");
const YES = "yes";

/** Did they say that each month may be handed in by itself? @param {Inside} inside */
export async function isStanding({ drafts }) {
	return drafts.of(await STANDING) === YES;
}

export class Part {
	#inside;
	/** @type {Answering | null} */
	#shown = null;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	get shown() {
		return this.#shown;
	}

	get deeds() {
		return Object.freeze({
			count: this.#count,
			handIn: this.#handIn,
			standing: this.#standing,
			byItself: this.#byItself,
		});
	}

	/** The month that is over, counted on this device. */
	#count = async () => {
		const { api, clock, onChange } = this.#inside.given;
		const now = clock.now();
		const month = monthOf(now) - 1;
		const [since, until] = [beginningOf(month), beginningOf(month + 1)];
		const { months } = await api.pledges("GET", "reply-counts");
		const known = months.find((/** @type {{month: number}} */ one) => one.month === month) ?? null;
		const read =
			known === null ? await this.#read({ since, until, now }) : { counts: known, missing: 0, open: false };
		const each = await isStanding(this.#inside);
		this.#shown = Object.freeze({ month, first: since, isHandedIn: known !== null, each, ...read });
		onChange();
	};

	/** From now on each month goes by itself, or none any more; it holds once every device can know it. @param {boolean} each */
	#standing = async (each) => {
		const { drafts, saving, given } = this.#inside;
		const id = await STANDING;
		const before = drafts.of(id);
		drafts.keep(id, each ? YES : "");
		try {
			await saving.save();
		} catch (error) {
			drafts.keep(id, before);
			throw error;
		}
		if (this.#shown !== null) this.#shown = Object.freeze({ ...this.#shown, each });
		given.onChange();
		await this.#goByItself();
	};

	/** Where it may go by itself. A month with a talk that could not be read waits for a press, and one with lines that may still be answered waits for those. */
	#byItself = async () => {
		if (!(await isStanding(this.#inside))) return;
		await this.#count();
		await this.#goByItself();
	};

	async #goByItself() {
		const { missing = 1, each = false, open = true } = this.#shown ?? {};
		if (each && missing === 0 && !open) await this.#handIn();
	}

	/** Once; the same again changes nothing. */
	#handIn = async () => {
		const shown = this.#shown;
		if (shown === null || shown.counts === null || shown.isHandedIn) return;
		const { within, later, much_later } = shown.counts;
		await this.#inside.given.api.pledges("PUT", `reply-counts/${shown.month}`, { within, later, much_later });
		this.#shown = Object.freeze({ ...shown, isHandedIn: true });
		this.#inside.given.onChange();
	};

	/** @param {{since: number, until: number, now: number}} when */
	async #read(when) {
		const hours = this.#inside.specialist.profile?.reply ?? null;
		if (hours === null) return { counts: null, missing: 0, open: false };
		const all = [];
		let missing = 0;
		for (const relation of this.#inside.relationships.all) {
			if (relation.mine !== "specialist") continue;
			const { lines, isWhole } = await this.#readable(relation, when.since);
			if (!isWhole) missing += 1;
			all.push(repliesIn(lines, hours, when));
		}
		this.#inside.conversations.forgetFarBut("");
		return { counts: together(all), missing, open: !isCounted(hours, when) };
	}

	/** A talk that cannot be opened keeps nobody from the others. @param {import("./relationships.js").Relation} relation @param {number} since */
	async #readable(relation, since) {
		try {
			return await this.#linesOf(relation, since);
		} catch (error) {
			if (!isRefusal(error)) throw error;
			return { lines: [], isWhole: false };
		}
	}

	/** What was said since then, page by page. @param {import("./relationships.js").Relation} relation @param {number} since */
	async #linesOf(relation, since) {
		const lines = [];
		let isWhole = true;
		for (const { conv } of relation.conversations) {
			const talk = await this.#inside.conversations.open(relation, conv);
			await talk.isHere();
			await readBack(talk, since);
			isWhole &&= talk.older === "none" || reaches(talk.lines, since);
			lines.push(...talk.lines);
		}
		return { lines: lines.sort((one, other) => (one.ts ?? 0) - (other.ts ?? 0)), isWhole };
	}
}

/** Page by page, as long as a page brings something: a talk that stands still brings nothing. @param {import("./conversation.js").Conversation} talk @param {number} since */
async function readBack(talk, since) {
	let before = -1;
	while (talk.older === "more" && talk.lines.length > before && !reaches(talk.lines, since)) {
		before = talk.lines.length;
		await talk.loadOlder();
	}
}

/** Is something older than this moment here already? @param {readonly {ts: number | null}[]} lines @param {number} since */
const reaches = (lines, since) => lines.some(({ ts }) => ts !== null && ts < since);
