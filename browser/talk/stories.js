import { toText } from "../crypto/bytes.js";
import { dateHere, today } from "./clock.js";
import { restsAnew } from "./circle-story.js";
import { readersNow } from "./company.js";
import { isOwnBadDay } from "./own-day.js";
import { isRead, lookBack, mayBeOver } from "./story-back.js";
import {
	cameWith,
	isBadIn,
	isOver,
	isWished,
	layersFor,
	longestOf,
	openingOf,
	tellingsIn,
	toldLayers,
	wantsMore,
	wasAskedIn,
	whyNoOffer,
	withLayer,
	withoutLayer,
	withTold,
	wordsOf,
} from "./story-rules.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * Stories from one's own life: written for oneself, offered in a talk, told after a yes, and taken back.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("../crypto/story.js").Layer} Layer
 * @typedef {import("../crypto/story.js").Story} Story
 * @typedef {import("../crypto/story.js").Told} Told
 * @typedef {Story & {docId: string}} Own
 */

const STORY = "story";
const [YES, NOT_NOW, MORE] = [1, 2, 3];
/** What was told stands in these. */
const TELLS = new Set(["story-offer", "story-shared"]);

export class Part {
	#inside;
	#isOpen = false;

	/** @param {Inside} inside */
	constructor(inside) {
		this.#inside = inside;
	}

	deeds = Object.freeze({
		open: () => this.#open(),
		begin: (/** @type {string} */ title) => this.#begin(title),
		rename: (/** @type {[string, string]} */ ...all) => this.#rename(...all),
		write: (/** @type {[string, Layer | null, Layer]} */ ...all) => this.#write(...all),
		drop: (/** @type {[string, Layer]} */ ...all) => this.#drop(...all),
		remove: (/** @type {string} */ docId) => this.#remove(docId),
		why: (/** @type {string} */ conv) => this.#why(conv),
		offer: (/** @type {[string, {docId: string, k: number, re: string}]} */ ...all) => this.#offer(...all),
		answer: (/** @type {[string, string, number]} */ ...all) => this.#answer(...all),
		tell: (/** @type {[string, string, number]} */ ...all) => this.#tell(...all),
		opened: (/** @type {[string, {of: string, k: number}]} */ ...all) => this.#opened(...all),
		withdraw: (/** @type {[string, string]} */ ...all) => this.#withdraw(...all),
		letGo: () => this.#letGo(),
	});

	get shown() {
		const stories = this.#docs.map(({ docId, content }) => Object.freeze({ docId, ...content }));
		const { troubles } = this.#inside.notebook.seen;
		return Object.freeze({
			isOpen: this.#isOpen,
			stories: Object.freeze(stories.sort((one, other) => other.day - one.day)),
			troubles: troubles.filter(({ code }) => code !== "doc-newer").length,
		});
	}

	/** @returns {readonly {docId: string, content: Story}[]} */
	get #docs() {
		return /** @type {any} */ (this.#inside.notebook.seen.own.filter(({ kind }) => kind === STORY));
	}

	get #day() {
		return today(this.#inside.given.clock);
	}

	/** All of them are here; what the other opened meanwhile is noted, and what was told for some days is over. */
	async #open() {
		await this.#ready();
		for (const { docId, content } of this.#docs) await this.#catchUp(docId, content);
	}

	async #ready() {
		if (this.#isOpen) return;
		if (this.#inside.notebook.seen.state !== "open") await this.#inside.notebook.fetchOwn(STORY);
		this.#isOpen = true;
		this.#inside.given.onChange();
	}

	/** A story begins with a title, which only its teller ever sees. @param {string} title @returns {Promise<string>} its document */
	async #begin(title) {
		await this.#ready();
		const about = { day: this.#day, id: this.#name(8), title: titleOf(title) };
		return await this.#inside.notebook.writeOwn(STORY, undefined, () => ({ ...about, layers: [], told: [] }));
	}

	/** @param {string} docId @param {string} title */
	async #rename(docId, title) {
		const words = titleOf(title);
		await this.#change(docId, (story) => ({ ...story, title: words }));
	}

	/** One layer. What another device wrote there meanwhile stays, and these words begin a story beside it. @param {string} docId @param {Layer | null} before as it was shown @param {Layer} layer */
	async #write(docId, before, layer) {
		const b = layer.b.trim();
		if (b === "") throw new RoomError("empty");
		if ([...b].length > longestOf(layer.k)) throw new RoomError("too-long");
		const written = { ...layer, b, own: layer.own.trim(), why: layer.why.trim() };
		const moved = new RoomError("document-moved");
		try {
			await this.#change(docId, (story) => {
				const next = withLayer(story, before, written);
				if (next === null) throw moved;
				return this.#restsAnew(story, next);
			});
		} catch (error) {
			if (error !== moved) throw error;
			const beside = { day: this.#day, id: this.#name(8), title: this.#story(docId).title };
			await this.#inside.notebook.writeOwn(STORY, undefined, () => ({
				...beside,
				layers: [written],
				told: [],
			}));
		}
	}

	/** @param {string} docId @param {Layer} before */
	async #drop(docId, before) {
		await this.#change(docId, (story) => this.#restsAnew(story, withoutLayer(story, before)));
	}

	/** What was chosen for a circle rests with its words. @param {Story} before @param {Story} after */
	#restsAnew(before, after) {
		const convs = this.#inside.relationships.all.flatMap(({ conversations }) => conversations);
		const isCircle = (/** @type {string} */ conv) => convs.every((one) => one.conv !== conv);
		return restsAnew(before, after, { day: this.#day, isCircle });
	}

	/** For good; what was told of it stands in the talks until it is taken back there. @param {string} docId */
	async #remove(docId) {
		await this.#ready();
		await this.#inside.notebook.remove(docId);
	}

	/** Why nothing may be offered in this talk now. @param {string} conv */
	async #why(conv) {
		await this.#ready();
		return await this.#whyNot(conv);
	}

	/** Asks whether they would like to hear it: its notes and its length, and nothing of the story. @param {string} conv @param {{docId: string, k: number, re: string}} what `re`: a telling of theirs that it answers */
	async #offer(conv, { docId, k, re }) {
		await this.#ready();
		const layer = this.#layerFor(conv, docId, k);
		if ((await this.#whyNot(conv)) !== null) throw new RoomError("not-now");
		const { lines } = this.#inside.conversation(conv);
		const of = this.#name(16);
		await this.#change(docId, (story) => {
			// Another device of mine may have asked meanwhile: the newest account is what counts.
			if (wasAskedIn(story, { convs: this.#talk(conv).convs, day: this.#day, lines }))
				throw new RoomError("not-now");
			return withTold(story, { of, k, conv, asked: this.#day });
		});
		const { notes, own } = layer;
		this.#say(conv, { t: "story-offer", k, notes, of, own, re, size: wordsOf(layer.b) });
	}

	/** Yes, not now, or more of it: without a reason. Until it is told a yes can become a not now. @param {string} conv @param {string} of @param {number} says */
	async #answer(conv, of, says) {
		const one = this.#telling(conv, of);
		if (one.from === "me") throw new RoomError("not-now");
		const isTold = one.shared.length > 0;
		const isAnswered = says === MORE ? wantsMore(one) || !isTold : isTold || one.answer === says;
		if (isAnswered || ![YES, NOT_NOW, MORE].includes(says)) return;
		this.#say(conv, { t: "story-answer", of, says });
	}

	/** Only after a yes of everybody who reads now, not on a bad day, and only by a press: the words of one layer as they are now. @param {string} conv @param {string} of @param {number} k */
	async #tell(conv, of, k) {
		await this.#ready();
		const one = this.#telling(conv, of);
		if (one.from !== "me") throw new RoomError("not-now");
		const docId = this.#docOf(of);
		const { told } = this.#story(docId);
		if (toldLayers(one, told).has(k)) return;
		const { known } = this.#inside.conversation(conv);
		const readers = readersNow(known).map(({ account_id }) => account_id);
		if (!isWished(one, { readers, told }) || (await this.#isBadDay(conv))) throw new RoomError("not-now");
		if (!known.canWrite) throw new RoomError("cannot-write");
		const { b, days, notes, own } = this.#layerFor(conv, docId, k);
		const asked = told.find((row) => row.of === of)?.asked ?? this.#day;
		await this.#note(docId, { of, k, conv, asked, told: this.#day });
		const until = days === 0 ? 0 : this.#day + days;
		this.#say(conv, { t: "story-shared", k, notes, of, own, said: b, until }, readers);
	}

	/** Whoever told it sees that it was opened, once. @param {string} conv @param {{of: string, k: number}} card */
	async #opened(conv, { of, k }) {
		const { known } = this.#inside.conversation(conv);
		const isMine = (/** @type {string} */ by) => known.readers.every(({ account_id }) => account_id !== by);
		if (!known.canWrite || openingOf(known.openings, { of, k }, isMine) !== null) return;
		this.#quietly(conv, { t: "story-opened", k, of });
	}

	/** Everything of one telling, as taking back does: hidden at once, gone from the house after its time. @param {string} conv @param {string} of */
	async #withdraw(conv, of) {
		const talk = this.#inside.conversation(conv);
		if (!talk.known.canWrite) throw new RoomError("cannot-write");
		await lookBack(talk, () => this.#told(talk, of).some(({ card }) => card?.t === "story-offer"));
		const told = this.#told(talk, of);
		await this.#inside.files.stopAnswers(conv, new Set(told.map(({ msg }) => msg)));
		for (const line of [...told, ...cameWith(talk.lines, told)]) {
			if (line.msg !== null) talk.changing.erase(line.id);
			else await talk.takeBack(line.id);
		}
		this.#quietly(conv, { t: "story-withdrawn", of });
		await this.#ready();
		for (const { docId, content } of this.#docs)
			for (const { k, over } of content.told.filter((one) => one.of === of))
				if (over === 0) await this.#note(docId, { of, k, over: this.#day });
	}

	/** What was told for some days goes after the last of them, however far back it lies, and whether or not anybody looks at their stories. */
	async #letGo() {
		await this.#ready();
		for (const { of, k, conv, told } of this.#docs.flatMap(({ content }) => mayBeOver(content, this.#day))) {
			const talk = this.#inside.conversations.of(conv);
			if (talk?.known.canWrite)
				await lookBack(talk, () => isRead(talk, { day: told, line: this.#shared(talk, { of, k }) }));
		}
		await this.#open();
	}

	/** My lines of one telling. @param {import("./conversation.js").Conversation} talk @param {string} of */
	#told(talk, of) {
		return talk.lines.filter(
			({ from, card }) => from === "me" && TELLS.has(card?.t ?? "") && card?.of === of,
		);
	}

	/** @param {import("./conversation.js").Conversation} talk @param {Pick<Told, "of" | "k">} row */
	#shared(talk, { of, k }) {
		return this.#told(talk, of).find(({ card }) => card?.t === "story-shared" && card.k === k);
	}

	/** @param {string} docId @param {Story} story */
	async #catchUp(docId, story) {
		for (const row of story.told.filter(({ told, over }) => told > 0 && over === 0)) {
			const talk = this.#inside.conversations.of(row.conv);
			if (talk === null) continue;
			const isTheirs = (/** @type {string} */ by) =>
				talk.known.readers.some(({ account_id }) => account_id === by);
			const opening = row.opened > 0 ? null : openingOf(talk.known.openings, row, isTheirs);
			const opened = opening === null ? row.opened : Math.floor(opening.ts / 86_400_000);
			const over = this.#end(talk, row);
			if (opened === row.opened && over === 0) continue;
			await this.#noteQuietly(docId, { of: row.of, k: row.k, opened, over });
		}
	}

	/** Told for some days, and they are over: it is taken back. @param {import("./conversation.js").Conversation} talk @param {Told} row @returns {number} the day, or 0 */
	#end(talk, row) {
		const line = this.#shared(talk, row);
		const isDue =
			line !== undefined && line.msg !== null && isOver(/** @type {any} */ (line.card), this.#day);
		if (!isDue || !talk.known.canWrite) return 0;
		for (const { id, msg } of [line, ...cameWith(talk.lines, [line])])
			if (msg !== null) talk.changing.erase(id);
		return this.#day;
	}

	/** @param {string} conv */
	async #whyNot(conv) {
		const isBadDay = await this.#isBadDay(conv);
		const { clock } = this.#inside.given;
		const now = clock.now();
		const convs = this.#talk(conv).convs;
		const told = this.#docs.flatMap(({ content }) => content.told).filter((one) => convs.includes(one.conv));
		return whyNoOffer(this.#inside.conversation(conv).lines, {
			...{ date: dateHere(now), day: this.#day, now, told, isBadDay },
		});
	}

	/** Mine, or one that somebody told of here. @param {string} conv */
	async #isBadDay(conv) {
		const now = this.#inside.given.clock.now();
		const isMine = await isOwnBadDay(this.#inside, conv);
		return isMine || isBadIn(this.#inside.conversation(conv).lines, { date: dateHere(now), now });
	}

	/** @param {string} conv @param {string} docId @param {number} k */
	#layerFor(conv, docId, k) {
		const layer = layersFor(this.#story(docId), this.#talk(conv)).find((one) => one.k === k);
		if (layer === undefined) throw new RoomError("not-now");
		return layer;
	}

	/** Whose talk it is, and what it was called before. @param {string} conv */
	#talk(conv) {
		const relation = this.#inside.relationships.all.find(({ conversations }) =>
			conversations.some((one) => one.conv === conv),
		);
		if (relation === undefined) throw new RoomError("not-found");
		return { mine: relation.mine, convs: relation.conversations.map((one) => one.conv) };
	}

	/** @param {string} conv @param {string} of */
	#telling(conv, of) {
		const one = tellingsIn(this.#inside.conversation(conv).lines).find((telling) => telling.of === of);
		if (one === undefined) throw new RoomError("not-found");
		return one;
	}

	/** @param {string} docId @returns {Story} */
	#story(docId) {
		const found = this.#docs.find((one) => one.docId === docId);
		if (found === undefined) throw new RoomError("not-found");
		return found.content;
	}

	/** Of which story a telling is. @param {string} of */
	#docOf(of) {
		const found = this.#docs.find(({ content }) => content.told.some((one) => one.of === of));
		if (found === undefined) throw new RoomError("not-found");
		return found.docId;
	}

	/** @param {string} docId @param {(story: Story) => Story} change */
	async #change(docId, change) {
		await this.#ready();
		this.#story(docId);
		await this.#inside.notebook.writeOwn(STORY, docId, change);
	}

	/** @param {string} docId @param {Pick<Told, "of" | "k"> & Partial<Told>} row */
	#note(docId, row) {
		return this.#change(docId, (story) => withTold(story, row));
	}

	/** A cut line notes it at the next look. @param {string} docId @param {Pick<Told, "of" | "k"> & Partial<Told>} row */
	async #noteQuietly(docId, row) {
		try {
			await this.#note(docId, row);
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** A line of the talk. @param {string} conv @param {{t: string} & Record<string, unknown>} card @param {readonly string[]} [readers] for whom it is; whoever came since is asked about first */
	#say(conv, card, readers) {
		const talk = this.#inside.conversation(conv);
		if (!talk.known.canWrite) throw new RoomError("cannot-write");
		talk.sayAs("card", { text: JSON.stringify(card), ...(readers === undefined ? {} : { readers }) });
		this.#inside.given.onChange();
	}

	/** No line: what is opened or taken back answers nobody. @param {string} conv @param {{t: string} & Record<string, unknown>} card */
	#quietly(conv, card) {
		this.#inside.conversation(conv).sayAs("story", { text: JSON.stringify(card) });
		this.#inside.given.onChange();
	}

	/** @param {number} size in bytes */
	#name(size) {
		const { chance } = this.#inside.given;
		return toText(Uint8Array.from({ length: size }, () => Math.floor(chance() * 256)));
	}
}

/** @param {string} title */
function titleOf(title) {
	const words = title.trim();
	if (words === "") throw new RoomError("empty");
	if ([...words].length > 80) throw new RoomError("too-long");
	return words;
}
