import { toText } from "../crypto/bytes.js";
import { CircleSays } from "./circle-says.js";
import { layersForCircle, standsIn } from "./circle-story.js";
import { today } from "./clock.js";
import { isOwnBadDay } from "./own-day.js";
import { lookBack } from "./story-back.js";
import { withTold } from "./story-rules.js";
import { RoomError } from "./trouble.js";

/**
 * A story of one's own in a circle: chosen, told after a day's second look, taken back. Each opens it, or does not; nobody learns who did.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("../crypto/story.js").Story} Story
 * @typedef {import("../crypto/story.js").Told} Told
 */

const STORY = "story";

export class Part {
	#inside;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		choose: (/** @type {[string, string, number]} */ ...all) => this.#choose(...all),
		notAfterAll: (/** @type {[string, string, number]} */ ...all) => this.#notAfterAll(...all),
		tell: (/** @type {[string, string, number]} */ ...all) => this.#tell(...all),
		takeBack: (/** @type {[string, string]} */ ...all) => this.#takeBack(...all),
	});

	get shown() {
		return null;
	}

	get #day() {
		return today(this.#inside.given.clock);
	}

	/** From now on it rests; told it is not, before its teller looked at it once more. @param {string} conv @param {string} docId @param {number} k */
	async #choose(conv, docId, k) {
		this.#layer(docId, conv, k);
		const of = toText(Uint8Array.from({ length: 16 }, () => Math.floor(this.#inside.given.chance() * 256)));
		await this.#change(docId, (story) =>
			standsIn(story, { conv, k, day: this.#day }).row === null
				? withTold(story, { of, k, conv, asked: this.#day })
				: story,
		);
	}

	/** @param {string} conv @param {string} docId @param {number} k */
	async #notAfterAll(conv, docId, k) {
		await this.#change(docId, (story) => {
			const { row, step } = standsIn(story, { conv, k, day: this.#day });
			return row === null || step === "told"
				? story
				: withTold(story, { of: row.of, k, conv, over: this.#day });
		});
	}

	/** The words as they are now, by a press, once; not on a bad day. @param {string} conv @param {string} docId @param {number} k */
	async #tell(conv, docId, k) {
		const { b, days, notes, own } = this.#layer(docId, conv, k);
		const talk = this.#inside.conversation(conv);
		const says = new CircleSays(/** @type {any} */ (talk), this.#inside.me.account_id);
		if (await isOwnBadDay(this.#inside)) throw new RoomError("not-now");
		if (!says.maySpeak) throw new RoomError("cannot-write");
		/** @type {Told | null} */
		let told = null;
		await this.#change(docId, (story) => {
			const { row, step } = standsIn(story, { conv, k, day: this.#day });
			// Another device of mine may have told it meanwhile: the newest account is what counts.
			told = step === "ready" ? row : null;
			return told === null ? story : withTold(story, { of: told.of, k, conv, told: this.#day });
		});
		if (told === null) throw new RoomError("not-now");
		const until = days === 0 ? 0 : this.#day + days;
		const { of } = /** @type {Told} */ (told);
		says.story({ t: "story-shared", k, notes, of, own, said: b, until });
		this.#inside.given.onChange();
	}

	/** Hidden for everybody at once, however far back it stands, and noted with the story it is of, where there still is one. @param {string} conv @param {string} of */
	async #takeBack(conv, of) {
		const talk = this.#inside.conversation(conv);
		if (!talk.known.canWrite) throw new RoomError("cannot-write");
		const lines = () =>
			talk.lines.filter(({ from, card }) => from === "me" && card?.t === "story-shared" && card.of === of);
		await lookBack(talk, () => lines().length > 0);
		for (const line of lines()) {
			if (line.msg !== null) talk.changing.erase(line.id);
			else await talk.takeBack(line.id);
		}
		const { notebook } = this.#inside;
		if (notebook.seen.state !== "open") await notebook.fetchOwn(STORY);
		for (const { docId, content } of this.#docs)
			for (const { k, over } of content.told.filter((row) => row.conv === conv && row.of === of))
				if (over === 0) await this.#change(docId, (story) => withTold(story, { of, k, over: this.#day }));
	}

	/** @param {string} docId @param {string} conv @param {number} k */
	#layer(docId, conv, k) {
		const layer = layersForCircle(this.#story(docId), conv).find((one) => one.k === k);
		if (layer === undefined) throw new RoomError("not-now");
		return layer;
	}

	/** @param {string} docId @returns {Story} */
	#story(docId) {
		const found = this.#docs.find((one) => one.docId === docId);
		if (found === undefined) throw new RoomError("not-found");
		return found.content;
	}

	/** @returns {readonly {docId: string, content: Story}[]} */
	get #docs() {
		return /** @type {any} */ (this.#inside.notebook.seen.own.filter(({ kind }) => kind === STORY));
	}

	/** @param {string} docId @param {(story: Story) => Story} change */
	async #change(docId, change) {
		await this.#inside.notebook.writeOwn(STORY, docId, change);
	}
}
