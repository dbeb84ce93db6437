import { Saving } from "../vault/saving.js";
import { Wire } from "../wire/socket.js";
import { Along } from "./along.js";
import { Asking } from "./ask.js";
import { atRest } from "./behind.js";
import { Choosing } from "./choosing.js";
import { Conversations } from "./conversations.js";
import { Drafts } from "./drafts.js";
import { Files } from "./files.js";
import { Finding } from "./finding.js";
import { Inviting } from "./inviting.js";
import { Notebook } from "./notebook.js";
import { Notes, rootOf } from "./notes.js";
import { OwnKeys } from "./own-keys.js";
import { Parts } from "./parts.js";
import { Promising } from "./promising.js";
import { ofTalk, Relationships } from "./relationships.js";
import { conversationOf, insideView, promiseInForce } from "./seen.js";
import { Seeking } from "./seeking.js";
import { Specialist } from "./specialist.js";
import { isRefusal, RoomError } from "./trouble.js";
import { Who } from "./who.js";

/**
 * Everything that exists between unlocking and locking: the wire, the people, the conversations, the state.
 * @typedef {import("./conversation.js").Conversation} Conversation
 * @typedef {object} Given
 * @property {any} core @property {import("../wire/api.js").Api} api
 * @property {import("./clock.js").Clock} clock @property {() => number} chance @property {string} zone
 * @property {import("../wire/config.js").Config} config
 * @property {ReadonlySet<string>} times ids of facts that are times of day
 * @property {(url: string, protocol: string) => WebSocket} connect
 * @property {import("../wire/request.js").Fetch} fetch @property {URL} [listsFrom]
 * @property {string} username
 * @property {import("../vault/place.js").Opened} opened
 * @property {boolean} isNewVisit not a lock and back again
 * @property {() => void} onChange
 * @property {(detail: {conv: string, id: string, name: string | null}) => void} onIncoming
 * @property {(code: string) => void} onNotice
 * @property {() => void} onSignedOut
 */

const [SOON, PARTING, AT_REST] = [250, 4_000, 5_000];
const [NO_STATE, FULL] = ["state-rolled-back", "begun-full"];

export class Inside {
	#given;
	#me;
	#callName;
	#keys;
	#ended = false;
	/** @type {(() => void) | null} */
	#refreshing = null;
	/** @type {(() => void) | null} */
	#watching = null;

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
		const { core, api, clock, config, zone, chance, times, onChange, opened } = given;
		this.#me = opened.me;
		this.#callName = opened.name;
		this.drafts = new Drafts();
		this.drafts.open(opened.drafts, clock.now());
		this.notes = new Notes(opened);
		this.who = new Who({ ...given, catchUpKeys: () => this.#keys.catchUpForList() });
		const readWho = () => this.who.read();
		this.relationships = new Relationships({ core, api, clock, readWho });
		this.finding = new Finding({ core, api, clock, zone, times, chance, onChange, readWho });
		this.specialist = new Specialist(this);
		this.asking = new Asking(this);
		this.choosing = new Choosing(this);
		this.inviting = new Inviting(this);
		this.promising = new Promising(this);
		this.along = new Along(this);
		this.parts = new Parts(this);
		this.saving = this.#makeSaving();
		this.wire = this.#makeWire();
		this.conversations = this.#makeConversations();
		this.files = new Files({
			...{ core, api, clock, onChange },
			conversation: (conv) => this.conversation(conv),
		});
		this.notebook = new Notebook({ core, api, clock, config, onChange, saving: this.saving });
		this.seeking = new Seeking({
			...{ core, conversations: this.conversations },
			relations: () => this.relationships.all,
		});
		this.#keys = new OwnKeys(this, {
			onTrouble: (error) => this.#trouble(error),
			onStuck: (code) => this.#stuck(code),
		});
	}

	get given() {
		return this.#given;
	}

	get me() {
		return this.#me;
	}

	get callName() {
		return this.#callName;
	}

	get username() {
		return this.#given.username;
	}

	/** @param {import("./seen.js").Lists | null} lists */
	shown(lists) {
		return insideView(this, lists);
	}

	/** @param {string} conv @param {readonly any[]} relationships as they are shown */
	shownConversation(conv, relationships) {
		return conversationOf(this, relationships, conv);
	}

	/** @param {import("./seen.js").Lists | null} lists @param {number} [keep] */
	promise(lists, keep) {
		return promiseInForce(this, lists, keep);
	}

	/** Connects, and reads who one talks with. */
	async begin() {
		this.wire.up();
		await this.#noteOpening();
		if (this.#given.config.closesOn !== null) this.#given.onNotice("programme-closing");
		await this.readWho();
		await this.specialist.check();
		await this.refresh();
		await this.#keys.goOn();
		this.#watching = this.#given.clock.after(AT_REST, () => atRest(this));
	}

	/** A person decided: whoever this is now is who they were. @param {string} accountId */
	async acceptLock(accountId) {
		await this.#given.core.acceptLock({ account_id: accountId });
		this.saving.soon();
		await this.conversations.keysCame();
		this.#given.onChange();
	}

	/** A cut line is met again by whatever comes next. */
	async readWho() {
		try {
			await this.who.read();
		} catch (error) {
			if (!isRefusal(error)) throw error;
		}
	}

	/** @param {string} accountId @returns {Promise<string[]>} */
	async lockWords(accountId) {
		const people = this.relationships.all.flatMap(({ other, company }) => [
			other,
			...(company?.others ?? []),
		]);
		const person = people.find(({ account_id }) => account_id === accountId);
		if (!person) throw new RoomError("not-found");
		return (await this.#given.core.checkWords({ key_records: person.key_records })).words;
	}

	/** Whoever opens this place leaves the moment in the sealed notes, for its owner's next visit. */
	async #noteOpening() {
		const { core, clock, isNewVisit } = this.#given;
		this.notes.take(await core.keepNotes({ opened: clock.now(), visit: isNewVisit }));
		this.saving.soon();
	}

	/** What the house lists now; a hello that was cut off is sent after all. */
	async refresh() {
		this.#refreshing?.();
		this.#refreshing = null;
		await this.relationships.load();
		await this.follow();
		await this.inviting.readQuietly();
		if (!this.#ended) await this.asking.resume();
		await this.parts.again();
	}

	async follow() {
		await this.inviting.meet(this.relationships.all);
		await this.promising.read(this.relationships.all);
		await this.conversations.follow(this.relationships.all);
		this.#given.onChange();
	}

	/** The house said that something changed. */
	refreshSoon() {
		this.#refreshing?.();
		this.#refreshing = this.#given.clock.after(SOON, () => this.#refreshQuietly());
	}

	/** @param {import("../wire/config.js").Config | null} config */
	configChanged(config) {
		if (config !== null) this.#given = { ...this.#given, config };
	}

	meChanged(/** @type {any} */ me) {
		this.#me = me;
		this.#given.onChange();
	}

	mePart(/** @type {Partial<any>} */ part) {
		this.meChanged({ ...this.#me, ...part });
	}

	/** The spare code was made anew; what another page had saved meanwhile came along. @param {{me: any} & Partial<import("../vault/saving.js").Merged>} given */
	renewed({ me, ...merged }) {
		if (merged.drafts !== undefined)
			this.#merged(/** @type {import("../vault/saving.js").Merged} */ (merged));
		this.meChanged(me);
	}

	/** @param {string} name what others call me */
	callMe(name) {
		this.#callName = name;
		this.saving.stir();
	}

	/** What I call the other, and a note; both empty takes it away. @param {string} id @param {{called: string, note: string}} given */
	async keepNote(id, { called, note }) {
		await this.#keep({ person: { conv: rootOf(this.relation(id)), name: called.trim(), note: note.trim() } });
	}

	/** What the page calls itself for me, empty for the usual. @param {string} title */
	setTitle(title) {
		return this.#keep({ title: title.trim() });
	}

	/** @param {object} given */
	async #keep(given) {
		this.notes.take(await this.#given.core.keepNotes(given));
		this.saving.soon(); // "Kept." is said.
		this.#given.onChange();
	}

	/** @param {string} id @param {string} text */
	draft(id, text) {
		this.drafts.keep(id, text);
		this.saving.stir();
		this.#given.onChange();
	}

	/** @param {string} id */
	relation(id) {
		const relation = this.relationships.of(id);
		if (relation === null) throw new RoomError("not-found");
		return relation;
	}

	/** @param {string} conv @returns {Conversation} */
	conversation(conv) {
		const found = this.conversations.of(conv);
		if (found === null) throw new RoomError("not-found");
		return found;
	}

	/** A screen shows it: opened if it was not. @param {string} conv */
	async look(conv) {
		const relation = ofTalk(this.relationships.all, conv);
		if (!relation) throw new RoomError("not-found");
		(await this.conversations.open(relation, conv)).look();
		this.conversations.forgetFarBut(conv);
	}

	/** One step of a relationship. @param {number | string} id @param {"accept" | "decline" | "withdraw" | "end" | "block" | "unblock" | "pause" | "resume" | "plan/heard" | "again"} step @param {object} [body] */
	async step(id, step, body) {
		const relation = await this.#given.api.step(id, step, body);
		this.relationships.put(relation);
		await this.follow();
		return relation;
	}

	/** Words that were never stored become drafts again, the state is saved, nothing goes on. @returns {Promise<object | null>} the sealed state that did not arrive */
	async end() {
		this.#ended = true;
		for (const { conv, texts } of this.conversations.unsent)
			for (const text of texts) this.drafts.giveBack(conv, text);
		this.#stop();
		await Promise.race([
			this.#saveLast(),
			new Promise((late) => this.#given.clock.after(PARTING, () => late(undefined))),
		]);
		return this.saving.unsaved;
	}

	/** At once, without a word to anybody. */
	cut() {
		this.#ended = true;
		this.#stop();
	}

	#stop() {
		this.#refreshing?.();
		this.#watching?.();
		this.along.end();
		this.parts.end();
		this.saving.stop();
		this.conversations.end();
		this.files.end();
		this.wire.down();
	}

	async #saveLast() {
		try {
			await this.notebook.saveHeld();
			await this.saving.save();
		} catch (error) {
			if (typeof (/** @type {any} */ (error).code) !== "string") throw error;
		}
	}

	async #refreshQuietly() {
		try {
			await this.refresh();
		} catch (error) {
			this.#trouble(error);
		}
	}

	#trouble(/** @type {any} */ error) {
		if (typeof error.code !== "string") throw error;
		if (error.code === "signed-out") this.#given.onSignedOut();
		else if (!this.#ended)
			this.#refreshing = this.#given.clock.after(SOON * 40, () => this.#refreshQuietly());
	}

	#makeSaving() {
		const { core, api, clock } = this.#given;
		return new Saving({
			...{ core, api, clock },
			notes: () => ({ drafts: this.drafts.toState(() => this.#given.onNotice(FULL)), name: this.#callName }),
			onMerged: (merged) => this.#merged(merged),
			onStuck: ({ code }) => this.#stuck(code),
		});
	}

	/** @param {string} code why the state cannot be saved any more */
	#stuck(code) {
		const { onSignedOut, onNotice } = this.#given;
		if (code === "signed-out") onSignedOut();
		else if (!this.#ended) onNotice(code === "forked" ? NO_STATE : code);
	}

	/** @param {import("../vault/saving.js").Merged} merged */
	#merged({ drafts, name, ...known }) {
		this.drafts.merge(drafts);
		this.notes.take(known);
		if (this.#callName === "") this.#callName = name;
		this.#given.onChange();
	}

	#makeWire() {
		const { api, clock, chance, connect, fetch, config, onChange, onSignedOut } = this.#given;
		return new Wire({
			...{ url: config.wire, ticket: () => api.ticket(), clock, chance, connect, fetch },
			onFrame: (frame, bytes) => this.conversations.hear(frame, bytes),
			onState: (state) => {
				this.conversations.line(state === "up");
				if (state === "up") this.refreshSoon();
				if (state === "ended") onSignedOut();
				onChange();
			},
		});
	}

	#makeConversations() {
		const { core, clock, chance, onChange, onIncoming } = this.#given;
		return new Conversations({
			...{ core, wire: this.wire, clock, chance, onChange },
			onIncoming: (conversation, { id }) =>
				onIncoming({ conv: conversation.conv, id, name: conversation.known.name }),
			onSent: (conv, kind) => this.#sent(conv, kind),
			onGate: () => this.refreshSoon(),
			onReadFar: () => this.saving.stir(),
			onNewKeys: (whose) => (whose === "me" ? this.#keys.catchUp() : this.refreshSoon()),
			readWho: () => this.who.read(),
			askAgain: (relation) => this.relationships.again(relation),
			onStateBehind: () => this.catchUpState(),
		});
	}

	/** A hello that arrived needs no kept words any more. @param {string} conv @param {string} kind */
	#sent(conv, kind) {
		if (kind === "hello") this.drafts.keep(conv, "");
		this.saving.sent();
		this.parts.sent(conv);
	}

	async catchUpState() {
		const { core, api } = this.#given;
		const { body, ...merged } = await core.stateMoved({ state: (await api.me()).state });
		this.#merged(merged);
		if (body !== null) this.saving.stir();
	}
}
