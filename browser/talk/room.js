import { Front } from "./front.js";
import { countedBy, handedWith, invitedWith, livedWith, passkeysWith, tellingBy, wallBy } from "./behind.js";
import { Relock } from "./relock.js";
import { asRoomError, heard, RoomError } from "./trouble.js";
import { OneAsk } from "./one-ask.js";
import { Visit } from "./visit.js";
import { viewOf } from "./whole.js";

/** The store that screens stand on: browser/README.md says what it promises. @typedef {import("./given.d.ts").Given} Given */

const ANYONE = Object.freeze({ facts: [], langs: [], matters: null, anyone: true });

export class Room extends EventTarget {
	#front;
	/** @type {import("./invited.js").Invited | null} */
	#invited = null;
	#visit = new Visit();
	#oneAsk = new OneAsk();
	#given;
	#canOwnLock = false;
	/** @type {Readonly<ReturnType<typeof viewOf> & Visit["shown"]> | null} */
	#view = null;
	/** @type {Map<string, any>} */
	#conversations = new Map();
	#saying = false;

	/** @param {Given} given */
	constructor(given) {
		super();
		this.#front = new Front(given, {
			onChange: () => this.#changed(),
			tell: (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail })),
		});
		this.#given = given;
	}

	get view() {
		const visit = { ...this.#visit.shown, passkeys: this.#canOwnLock };
		this.#view ??= viewOf(this.#front, visit, this.#oneAsk, this.#invited?.shown ?? null);
		return this.#view;
	}

	/** @param {string} conv */
	conversation(conv) {
		const known =
			this.#conversations.get(conv) ??
			this.#front.inside?.shownConversation(conv, this.view.relationships) ??
			null;
		if (known !== null) this.#conversations.set(conv, known);
		return known;
	}

	// Coming in and going
	async start() {
		this.#canOwnLock = (await this.#given.ownLock?.can()) ?? false;
		await this.#front.start();
		await this.#invited?.look();
	}

	/** @param {string} text of a link, behind its # */
	bringInvite = (text) =>
		this.#do(null, async () => {
			this.#invited ??= await invitedWith(this.#front, () => this.#changed());
			await this.#invited.bring(text);
		});

	findInviter = () => this.#do("finding", async () => this.#invited?.find());
	dropInvite = () => this.#invited?.drop();
	/** Promise, help and names in another language. @param {string} language */
	speak = (language) => this.#do(null, () => this.#front.speak(language));
	get language() {
		return this.#front.doorway.language;
	}

	newOffer = () => this.#do(null, () => this.#front.newOffer());
	/** @param {string} text */
	readWords = (text) => heard(() => this.#front.doorway.readWords(text));
	/** @param {{lockAfter: number, link?: string}} given */
	comeIn = (given) => this.#do("making-lock", () => this.#front.comeIn(given));
	/** @param {{username: string, words: string | string[], lockAfter: number}} given */
	comeBack = (given) => this.#do("opening-lock", () => this.#front.comeBack(given));
	/** @param {{username: string, code: string}} given */
	comeBackWithSpare = (given) => this.#do("opening-spare", () => this.#front.comeBackWithSpare(given));
	/** @param {{lockAfter: number}} given */
	renew = (given) => this.#do("renewing", () => this.#front.renew(given));
	spareCode = () => this.#do(null, () => this.#front.doorway.place.spareCode());

	spareWritten = () =>
		this.#do("saving", async () => {
			await this.#front.doorway.place.spareWritten();
			this.#in.mePart({ spare_seen: true });
		});

	/** @param {{words: string | string[]}} given */
	newSpareCode = ({ words }) =>
		this.#do("making-lock", async () => {
			const { place } = this.#front.doorway;
			this.#in.renewed(await place.newSpareCode({ words }));
			return (await place.spareCode()) ?? "";
		});

	signOutOthers = () => this.#do("saving", () => this.#front.api.signOutOthers());
	/** @param {{words: string | string[]}} given */
	closePlace = (given) => this.#do("closing", () => this.#front.closePlace(given));
	lockNow = () => this.#do("locking", () => this.#front.lock());
	leave = () => this.#front.leave();

	// When others look at this screen
	/** For this visit at once; whoever is inside finds it again next time. @param {string} text */
	setTitle = (text) => {
		this.#visit.call(text);
		this.#changed();
		return this.#do(null, async () => this.#front.inside?.setTitle(this.#visit.shown.title ?? ""));
	};

	/** @param {boolean} on */
	setOnlyToday = (on) => {
		this.#visit.foldEarlier(on);
		this.#changed();
	};

	// Devices of one's own, and the ways in
	/** @param {{pin?: string, minutes?: number}} given */
	openHere = (given) => this.#do("opening-device", () => this.#front.openHere(given));
	/** The device's own lock. @param {{lockAfter: number}} given */
	comeBackWithPasskey = (given) =>
		this.#do("opening-passkey", async () => (await this.#passkeys()).comeBack(given));
	/** @param {{name: string, code?: string, words?: string}} given */
	addPasskey = (given) => this.#do("making-passkey", async () => (await this.#passkeys()).add(given));
	notHere = () => this.#front.own.decline();
	/** @param {{name: string, pin: string | null, minutes: number, code?: string, words?: string}} given */
	makeOwn = (given) => this.#do("making-device", () => this.#front.changes.makeOwn(given));
	notOwn = () => this.#do("locking", () => this.#front.changes.notOwn());
	/** @param {{name: string, code?: string, words?: string}} given */
	addSpare = (given) => this.#do("saving", () => this.#front.changes.addSpare(given));
	/** @param {{words: readonly string[], proof: {code?: string, words?: string}}} given */
	changeWords = (given) => this.#change("making-lock", () => this.#front.own.changeWords(given));
	/** @param {{slotId: string, code?: string, words?: string}} given */
	removeWay = (given) => this.#change("saving", () => this.#front.own.remove(given));
	/** Someone knows the five words: everything anew, under the words that were offered. @param {{words: readonly string[], proof: {code?: string, words?: string}}} given */
	newLock = (given) => this.#do("new-lock", () => new Relock(this.#front).renew(given));
	/** Without the card: it waits. @param {{words?: string}} proof */
	wishNewLock = (proof) => this.#do("saving", () => new Relock(this.#front).wish(proof));
	/** @param {string} slotId */
	finishChange = (slotId) => this.#do("saving", () => this.#front.changes.finish(slotId));
	/** @param {string} slotId */
	cancelChange = (slotId) => this.#change("saving", () => this.#front.own.cancel(slotId));
	/** @param {string} slotId */
	signOutDevice = (slotId) => this.#do("saving", () => this.#front.changes.signOut(slotId));

	// Finding, asking, ending
	wall = (/** @type {any[]} */ ...all) => this.#do(null, async () => (await wallBy(this.#in)).deed(...all));
	witnesses = () => this.#do(null, () => this.#in.who.witnesses());
	/** @param {import("./ranking.js").Wishes} wishes */
	find = (wishes) => this.#do("finding", () => this.#in.finding.find(wishes));
	/** @param {string} accountId */
	person = (accountId) => this.#front.inside?.finding.person(accountId) ?? null;
	choosing = (/** @type {any[]} */ ...all) => this.#do(null, () => this.#in.choosing.deed(...all));
	promising = (/** @type {any[]} */ ...all) => this.#do("saving", () => this.#in.promising.deed(...all));
	/** @param {number} [keep] months, 0 until one closes one's place; as the programme suggests without */
	promise(keep) {
		return this.#in.promise(this.#front.doorway.lists, keep);
	}

	/** @param {{accountId: string, callName: string, text: string, keep?: number}} given */
	ask = (given) =>
		this.#do("asking", async () => {
			this.promise();
			try {
				const ask = (/** @type {typeof given} */ all) => this.#in.asking.ask({ lang: this.language, ...all });
				return await (this.#invited?.asking(given, ask) ?? ask(given));
			} catch (error) {
				if (asRoomError(error).code === "promise-changed") await this.#front.promiseChanged();
				throw error;
			}
		});

	/** @param {string} id */
	finishAsk = (id) => this.#do("asking", () => this.#in.asking.finish(id));
	withdraw = (/** @type {string} */ id) => this.#do("saving", () => this.#in.step(id, "withdraw"));
	telling = (/** @type {any[]} */ ...all) =>
		this.#do(null, async () => (await tellingBy(this.#front)).deed(...all));

	/** @param {string} id */
	askSomeoneElse = (id) =>
		this.#do("finding", async () => {
			const { relationships, finding } = this.#in;
			if (relationships.of(id)?.state === "asked") await this.#in.step(id, "withdraw");
			await finding.find(finding.wishes ?? ANYONE);
		});

	/** @param {string} id */
	accept = (id) => this.#do("saving", () => this.#in.specialist.accept(id, this.language));
	/** @param {string} id */
	decline = (id) => this.#do("saving", () => this.#in.specialist.decline(id));
	end = (/** @type {string} */ id) => this.living("end", id);
	block = (/** @type {string} */ id) => this.living("block", id);
	living = (/** @type {any[]} */ ...all) => this.#do("saving", () => livedWith(this.#in, all));
	handing = (/** @type {any[]} */ ...all) => this.#do("saving", () => handedWith(this.#in, all));
	/** One deed of a part that comes by itself (`parts.js`): its name, the deed's, and what that takes. */
	doing = (/** @type {[string, string, ...any[]]} */ ...all) =>
		this.#do("saving", () => this.#in.parts.deed(...all));
	/** The same without "saving" on the page: for what only reads. */
	reading = (/** @type {[string, string, ...any[]]} */ ...all) =>
		this.#do(null, () => this.#in.parts.deed(...all));
	refresh = () => this.#do(null, () => this.#in.refresh());
	/** Six words of each, and my picture. @param {string} id of the relationship */
	safetyWords = (id) => this.#do(null, () => this.#in.inviting.safetyWords(this.#in.relation(id)));
	/** @param {string} id of the relationship */
	wordsCompared = (id) => this.#do("saving", () => this.#in.inviting.compared(this.#in.relation(id)));
	/** @param {string} id of the relationship @param {string} text what a camera read */
	pictureScanned = (id, text) => this.#do(null, () => this.#in.inviting.scanned(this.#in.relation(id), text));

	// Talking
	/** @param {string} conv */
	look = (conv) => this.#do(null, () => this.#in.look(conv));
	/** @param {string} conv */
	lookAway = (conv) => this.#front.inside?.conversations.of(conv)?.lookAway();
	/** @param {string} conv */
	older = (conv) => this.#do(null, () => this.#in.conversation(conv).loadOlder());

	/** @param {string} conv @param {string} text @param {{re?: string | null}} [how] `re`: the line it answers */
	say = (conv, text, { re = null } = {}) =>
		this.#deed(conv, (conversation) => {
			const id = conversation.say(text, re);
			this.#in.draft(conv, "");
			return id;
		});

	/** @param {string} conv @param {string} id */
	sayAnyway = (conv, id) => this.#do(null, () => this.#in.conversation(conv).sayAnyway(id));
	/** @param {string} conv @param {string} id */
	takeBack = (conv, id) => this.#do(null, () => this.#in.conversation(conv).takeBack(id));
	/** @param {string} conv @param {string} id @param {string} text */
	change = (conv, id, text) => this.#deed(conv, (conversation) => conversation.changing.change(id, text));
	/** @param {string} conv @param {string} id @param {number} r */
	react = (conv, id, r) => this.#deed(conv, (conversation) => conversation.changing.react(id, r));
	/** Takes a line back that is stored. @param {string} conv @param {string} id */
	erase = (conv, id) => this.#deed(conv, (conversation) => conversation.changing.erase(id));
	/** @param {string} conv @param {string} id */
	keepLine = (conv, id) =>
		this.#do("saving", () => {
			const { notebook } = this.#in;
			return notebook.keepLine({ conv, id: this.#in.conversation(conv).changing.msgOf(id) });
		});
	/** @param {string} conv @param {import("./files.js").Chosen} chosen */
	sendFile = (conv, chosen) => this.#deed(conv, () => this.#in.files.send(conv, chosen));
	/** @param {string} conv */
	sendFileAgain = (conv) => this.#do(null, async () => this.#in.files.again(conv));
	/** @param {string} conv */
	stopFile = (conv) => this.#do(null, () => this.#in.files.stop(conv));
	/** @param {string} conv @param {string} id @param {(done: number, of: number) => void} onProgress */
	openFile = (conv, id, onProgress) => this.#do(null, () => this.#in.files.open(conv, id, onProgress));
	/** @param {string} conv */
	answerQuestion = (conv) => this.#do(null, async () => this.#in.conversation(conv).answerQuestion());
	/** @param {string} id @param {string} text */
	draft = (id, text) => this.#front.inside?.draft(id, text);
	/** @param {string} id */
	draftOf = (id) => this.#front.inside?.drafts.of(id) ?? "";
	/** @param {string} conv */
	startAgain = (conv) => this.living("startAgain", conv);

	/** A person decided that somebody with another lock is who they were. @param {string} accountId */
	acceptLock = (accountId) => this.#do("saving", () => this.#in.acceptLock(accountId));
	/** Four words that both can compare: how somebody proves who they are now. @param {string} accountId */
	lockWords = (accountId) => this.#do(null, () => this.#in.lockWords(accountId));

	// Only mine
	openNotebook = () => this.#do(null, () => this.#in.notebook.open());
	/** @param {{docId?: string, title: string, text: string}} page */
	writePage = (page) => this.#do("saving", () => this.#in.notebook.write(page));
	/** A lock saves it. @param {{docId?: string, title: string, text: string} | null} page */
	holdPage = (page) => this.#front.inside?.notebook.hold(page);
	/** @param {string} docId */
	pageVersions = (docId) => this.#do(null, () => this.#in.notebook.versions(docId));
	/** @param {string} docId */
	removeDocument = (docId) => this.#do("saving", () => this.#in.notebook.remove(docId));
	search = (/** @type {string} */ text) => this.#do(null, () => this.#in.seeking.find(text));
	/** @param {() => Promise<unknown>} more */
	bringAll = (more) => this.#do(null, () => this.#in.seeking.bringAll(more));
	/** @param {string} [conv] where somebody goes from what was found */
	stopSearch = (conv) => this.#front.inside?.seeking.stop(conv);
	/** @param {string} id @param {{called: string, note: string}} given */
	keepNote = (id, given) => this.#do(null, () => this.#in.keepNote(id, given));
	/** One file with everything that is mine. @param {import("./along.js").How} given */
	takeAlong = (given) => this.#do("taking-along", () => this.#in.along.take(given));
	/** What is in a file that was taken along. @param {{file: Blob, words: string}} given */
	openTaken = (given) => this.#do("opening-file", () => this.#in.along.bring.open(given));
	/** Puts it into the notebook. @param {import("./bring.js").Found} found */
	bringIn = (found) => this.#do("bringing", () => this.#in.along.bring.go(found));
	counting = countedBy((deed) => this.#do(null, () => deed(this.#front)));
	endBring = () => this.#do(null, () => this.#in.along.bring.end());

	// A specialist's own things
	/** @param {"link" | "person"} how @returns {Promise<string>} its id in `view.invites` */
	makeInvite = (how) => this.#do("saving", () => this.#in.inviting.make(how));
	/** @param {string} inviteId */
	takeInviteBack = (inviteId) => this.#do("saving", () => this.#in.inviting.takeBack(inviteId));

	/** @param {{paused: boolean, cap: number}} seat */
	setSeat = (seat) => this.#do("saving", () => this.#in.specialist.setSeat(seat));
	/** @param {number} id @param {boolean} isMe */
	atTheDesk = (id, isMe) => this.#do("saving", () => this.#in.specialist.atTheDesk(id, isMe));
	/** @param {any} fields */
	saveProfile = (fields) => this.#do("saving", () => this.#in.specialist.saveProfile(fields));
	checkWords = () => this.#do(null, () => this.#in.specialist.checkWords());
	endorsementRequest = () => this.#do(null, () => this.#in.specialist.endorsementRequest());

	// What the page reports
	touched = () => this.#front.locks?.touched();
	/** @param {boolean} visible */
	shown = (visible) => {
		this.#front.locks?.shown(visible);
		if (visible) this.#front.inside?.wire.wake();
	};
	network = (/** @type {boolean} */ online) => this.#front.inside?.wire.network(online);
	pageGoes = () => this.#front.pageGoes();
	openingSeen = () => this.#front.openingSeen();
	noticed = (/** @type {string} */ code) => this.#front.noticed(code);
	wordsToOffer = () =>
		this.#do(null, async () => {
			await this.#front.doorway.newOffer(this.#in.username);
			this.#changed();
		});

	#passkeys() {
		return passkeysWith(this.#front, this.#given);
	}

	get #in() {
		return this.#front.in;
	}

	/** @template T @param {string} conv @param {(conversation: import("./conversation.js").Conversation) => T | Promise<T>} deed */
	#deed(conv, deed) {
		return this.#do(null, async () => {
			if (!this.conversation(conv)?.canWrite) throw new RoomError("cannot-write");
			return await deed(this.#in.conversation(conv));
		});
	}

	/**
	 * @template T
	 * @param {string | null} work what it is called while it runs
	 * @param {() => Promise<T>} deed
	 */
	#do(work, deed) {
		return this.#front.perform(work, deed);
	}

	/** @param {string} work @param {() => Promise<any>} deed */
	#change(work, deed) {
		return this.#do(work, () => this.#front.changes.run(deed));
	}

	/** However much changed: screens are told once a turn. */
	#changed() {
		this.#view = null;
		this.#conversations.clear();
		if (this.#saying) return;
		this.#saying = true;
		queueMicrotask(() => {
			this.#saying = false;
			this.dispatchEvent(new Event("change"));
		});
	}
}
