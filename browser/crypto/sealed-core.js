// Everything the sealed core knows while a place is open, and the table of what may be asked of it.

import { toText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { wipe } from "./sodium.js";
import { compareCounts } from "./state.js";
import { agree, ask, checkPromise } from "./ops/asking.js";
import { sealEdit, sealErase, sealReact } from "./ops/changing.js";
import { init, lock, matchWords, suggest, suggestName } from "./ops/beginning.js";
import {
	acceptLock,
	checkWords,
	endorsementCheck,
	endorsementRequest,
	people,
	pinPerson,
	profile,
} from "./ops/people.js";
import {
	closeAuth,
	closedReceipt,
	openDevice,
	openPasskey,
	openSignIn,
	openSpare,
	startDevice,
	startSignIn,
	startSpare,
} from "./ops/signing-in.js";
import { readLog, witnessed } from "./ops/key-log.js";
import { signedUp, startSignUp } from "./ops/signing-up.js";
import { dirty, keepNotes, saveState, stateMoved, stateSaved } from "./ops/state.js";
import { closeConversation, forgetFar, openConversation, take } from "./ops/talking.js";
import { freshSpare, renewed, renewWays, spareCode, spareSeen } from "./ops/ways-in.js";
import { acknowledged, drop, leave, reseal, sealCard, sealText, startAgain } from "./ops/writing.js";

/** @import { KeyRecord, StateCount } from "./shapes.d.ts" */
/** @typedef {import("./conversation.js").Conversation} Conversation */
/** @typedef {import("./writer.js").Writer} Writer */
/** @typedef {import("./state-book.js").StateBook} StateBook */
/** @typedef {(phrase: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>} Stretch */
/** @typedef {(core: Core, args: any, stretch: Stretch) => unknown} Op */
/** @typedef {{conversation: Conversation, writer: Writer, name: string | null, mine: "client" | "specialist", rootConv: string, lock: import("./acquaintance.js").Lock, renewed?: string | null, specialist: Uint8Array, other: string, company: import("./company.js").Company, isCircle?: boolean}} Talk `isCircle`: of many, with nobody as `other` */
/**
 * @typedef {{username: string, accountId: Uint8Array, id: string, g: number, ark: Uint8Array, ik: {publicKey: Uint8Array, secretKey: Uint8Array},
 *   ekSeeds: Map<number, Uint8Array>, vaultKeys: Map<number, Uint8Array>, records: KeyRecord[], roles: number[], book: StateBook}} Place
 */
/** @typedef {{username: string, type: number, kek: Uint8Array, slotId?: Uint8Array, hasPin?: boolean}} ComingIn */

// What comes with the first operation that needs it.
const circles = () => import("./ops/circles.js");
const changes = () => import("./ops/changes.js");
const concerning = () => import("./ops/concerning.js");
const handing = () => import("./ops/handing.js");
const inviting = () => import("./ops/inviting.js");
const papers = () => import("./ops/documents.js");
const passkeys = () => import("./ops/passkeys.js");
const promising = () => import("./ops/promising.js");
const telling = () => import("./ops/telling.js");

/** Everything that may be asked: no answer holds a key. @type {Record<string, Op>} */
export const OPS = {
	...{ init, suggest, suggestName, matchWords, lock },
	...{ startSignUp, signedUp, startSignIn, openSignIn, startSpare, openSpare, closeAuth, closedReceipt },
	...{ startDevice, openDevice },
	...later(changes, "addDevice", "addSpare", "changeWords", "removeWay", "finishChange", "askAlong"),
	openPasskey,
	...later(passkeys, "passkeyQuestion", "startPasskey", "beginPasskey", "keepPasskey", "addPasskey"),
	...later(changes, "wayChanged", "ways", "forgetGone", "givenCode", "givenSeen"),
	...{ renewWays, renewed, freshSpare, spareCode, spareSeen },
	...later(() => import("./ops/renewing.js"), "renewKeys", "keysRenewed"),
	...{ readLog, witnessed },
	...later(() => import("./ops/new-lock.js"), "newLock", "lockRenewed", "wishForLock"),
	...later(() => import("./ops/wall.js"), "readWall", "wallSeen", "readersOf"),
	...{ people, pinPerson, acceptLock, checkWords, profile, endorsementCheck, endorsementRequest },
	...{ ask, agree, checkPromise },
	...later(promising, "editions", "agreeAnew", "sealOurs", "sealOursYes"),
	...later(inviting, "makeInvite", "invites", "takeInviteBack", "readInvite", "invitedBy", "met"),
	...later(inviting, "safetyWords", "wordsCompared", "myPicture", "theirPicture"),
	...later(handing, "askToCome", "agreeToCome", "stretches", "bringIn", "letGo", "handOver", "grantedWraps"),
	...later(circles, "newCircle", "openCircle", "firstOfCircle", "letIntoCircle", "takeFromCircle"),
	...later(circles, "makeHost", "leadNoMore", "sealLetter", "openLetter", "circlePeople"),
	...later(() => import("./ops/earlier.js"), "sealEarlier", "openEarlier"),
	...{ openConversation, take, forgetFar, closeConversation },
	...later(() => import("./ops/along.js"), "readAlong", "sealAlong", "endAlong"),
	...later(() => import("./ops/bringing.js"), "openAlong", "bring", "endBring"),
	...{ sealEdit, sealReact, sealErase },
	...later(() => import("./ops/files.js"), "sealFile", "sealAtt", "dropFile", "openFile"),
	...{ sealText, sealCard, reseal, drop, acknowledged, leave, startAgain },
	...later(papers, "documents", "documentVersions", "writePage", "writeChecks", "keepLine"),
	...later(papers, "documentWritten", "deleteDocument"),
	...later(() => import("./ops/path.js"), "ownListed", "writeOwn", "sealPath"),
	...later(() => import("./ops/finding.js"), "search"),
	...later(telling, "supervisors", "sealTelling", "readTellings", "openTold", "sealShare"),
	...later(() => import("./ops/mending.js"), "sealMend", "keepUnsaid"),
	...later(() => import("./ops/vows.js"), "sealVow"),
	...later(concerning, "concernOfficers", "sealConcern", "sealConcernLetter", "readConcern"),
	...later(concerning, "concernPeople", "concernNames"),
	...later(() => import("./ops/reflecting.js"), "reflectWith", "sealReflection", "readReflection"),
	...later(telling, "sealEmergency", "readEmergencies", "knock", "openLinked"),
	...{ dirty, keepNotes, saveState, stateSaved, stateMoved },
};

/**
 * Operations that are rarely asked for: their file comes with the first of them, so that a first visit stays light.
 * @param {() => Promise<Record<string, any>>} bring @param {string[]} names @returns {Record<string, Op>}
 */
function later(bring, ...names) {
	/** @param {string} name @returns {Op} */
	const asked = (name) => async (core, args, stretch) => {
		const brought = await bring().catch(() => {
			throw new Refusal("offline");
		});
		return brought[name](core, args, stretch);
	};
	return Object.fromEntries(names.map((name) => [name, asked(name)]));
}

export class Core {
	/** @type {{home: Uint8Array, roster: Uint8Array, log: Uint8Array, five: Map<string, import("./words.js").WordList>, sentences: Map<string, number> | null, facts: Set<string> | null} | null} */
	#programme = null;
	/** @type {Place | null} */
	#place = null;
	/** A place that is being made. @type {Place | null} */
	newPlace = null;
	/** @type {ComingIn | null} */
	comingIn = null;
	/** @type {Uint8Array | null} the spare code, until it was seen */
	spare = null;
	/** @type {Uint8Array | null} made, but not yet taken by the server */
	nextSpare = null;
	/** @type {Uint8Array | null} a spare code made to be given away, until it was seen */
	given = null;
	/** @type {{slotId: Uint8Array, key: Uint8Array} | null} a passkey that was made, and not yet taken by the server */
	passkey = null;
	/** @type {Map<string, import("./acquaintance.js").Verified>} */
	people = new Map();
	/** @type {Map<string, Talk>} */
	talks = new Map();
	/** Conversations that are read once more, to be taken along. @type {Map<string, Conversation>} */
	along = new Map();
	/** What a file held that is being brought in. @type {import("./ops/bringing.js").Brought[]} */
	brought = [];
	/** What is kept for oneself, opened. @type {Map<string, import("./ops/documents.js").Opened>} */
	documents = new Map();
	/** Files whose line is not written yet. @type {Map<string, import("./ops/files.js").OnItsWay>} */
	files = new Map();
	/** Versions on their way to the server. @type {Map<string, import("./ops/documents.js").Opened>} */
	writing = new Map();
	/** Marks of conversations that are not open, to be met later. @type {import("./merge.js").MarkRow[]} */
	toMeet = [];
	/** The newest state one of my own lines knew, when it is newer than mine. @type {StateCount | null} */
	ahead = null;
	isRolledBack = false;
	/** Who is who, as far as it was read here. @type {import("./key-log.js").KeyLog | null} */
	log = null;
	/** The newest signature under it. @type {string | null} */
	logNote = null;
	/** What does not fit in it: nothing is sent any more. @type {string | null} */
	logTrouble = null;
	/** How far another device of mine read it: to be found in it. @type {import("./merkle.js").LogAt[]} */
	logToMeet = [];
	/** How far other devices read the wall, to be found on it at the next reading. @type {import("./merge.js").WallAtRow[]} */
	wallToMeet = [];

	/** @param {NonNullable<Core["programme"]>} programme */
	begin(programme) {
		this.#programme = programme;
	}

	get programme() {
		if (this.#programme === null) throw new Refusal("not-begun");
		return this.#programme;
	}

	get place() {
		if (this.#place === null) throw new Refusal("locked-out");
		return this.#place;
	}

	/** @param {Place} place */
	unlock(place) {
		this.#place = place;
		this.newPlace = null;
		this.#wipeComingIn();
	}

	/** Nobody's keys are used before the list was read. */
	get readableLog() {
		if (this.log === null) throw new Refusal("log-unread");
		return this.log;
	}

	/** Refuses while the list of who is who does not fit. */
	checkTrusted() {
		if (this.logTrouble !== null) throw new Refusal(this.logTrouble);
		this.readableLog;
	}

	/** Refuses to make a first header before that, too. */
	checkMayBegin() {
		this.checkTrusted();
		if (!this.isOwnListed) throw new Refusal("log-unread");
	}

	/** A renewed key of mine stands in the list before anything is said under it. */
	get isOwnListed() {
		const { accountId, records } = this.place;
		return this.log === null || this.log.keysOf(accountId).length >= records.length;
	}

	/** A place that counts once the server took it; what was made before it and was not taken goes. @param {Place} place */
	holdNext(place) {
		wipePlace(this.newPlace);
		this.newPlace = place;
	}

	/** @param {Core["passkey"]} made the one before it goes */
	holdPasskey(made) {
		wipe(this.passkey?.key);
		this.passkey = made;
	}

	/** Once the server has it, nothing of it is held. @param {string[]} slotIds that the server knows */
	passkeyTaken(slotIds) {
		if (this.passkey !== null && slotIds.includes(toText(this.passkey.slotId))) this.holdPasskey(null);
	}

	/** The lock was renewed: nothing of the old one stays; who is who is read and conversations are opened anew. @param {Place} place */
	moveInto(place) {
		this.#endTalks();
		wipePlace(this.#place);
		wipe(this.spare);
		this.holdPasskey(null);
		this.#place = place;
		this.newPlace = null;
		this.spare = this.nextSpare;
		this.nextSpare = null;
		this.toMeet = [];
		this.log = this.logNote = null;
	}

	/** @param {string} conv @returns {Talk} */
	talk(conv) {
		const talk = this.talks.get(conv);
		if (talk === undefined) throw new Refusal("no-conversation");
		return talk;
	}

	/** Forgets everything about the person who was here. */
	lock() {
		this.#endTalks();
		for (const conversation of this.along.values()) conversation.wipe();
		this.along.clear();
		this.forgetBrought();
		for (const place of [this.#place, this.newPlace]) wipePlace(place);
		wipe(this.spare, this.nextSpare, this.given);
		this.holdPasskey(null);
		this.#wipeComingIn();
		this.#place = this.newPlace = this.spare = this.nextSpare = this.given = this.ahead = null;
		this.isRolledBack = false;
		this.people.clear();
		for (const { docKey, content } of [...this.documents.values(), ...this.writing.values()])
			wipe(docKey, content);
		this.files.clear();
		this.documents.clear();
		this.writing.clear();
		this.toMeet = [];
		this.log = this.logNote = this.logTrouble = null;
		this.logToMeet = [];
		this.wallToMeet = [];
	}

	/** Compares what one of my own lines knew of my state with what I know (P8). @param {StateCount} seen */
	noteOwnCount(seen) {
		const found = compareCounts(this.place.book.count(), seen);
		if (found === "newer" && (this.ahead === null || compareCounts(this.ahead, seen) === "newer"))
			this.ahead = seen;
		if (found === "other") this.rollBack();
	}

	/** My state was rolled back: nothing is shown or sent any more. */
	rollBack() {
		this.isRolledBack = true;
		for (const { conversation } of this.talks.values()) conversation.stop("state-rolled-back");
	}

	/** What a file held that was opened to be brought in. */
	forgetBrought() {
		wipe(...this.brought.map(({ content }) => content));
		this.brought = [];
	}

	#endTalks() {
		for (const { conversation, writer } of this.talks.values()) {
			conversation.wipe();
			writer.wipe();
		}
		this.talks.clear();
	}

	#wipeComingIn() {
		wipe(this.comingIn?.kek);
		this.comingIn = null;
	}
}

/** @param {Place | null} place */
function wipePlace(place) {
	if (place === null) return;
	wipe(place.ark, place.ik.secretKey, ...place.ekSeeds.values(), ...place.vaultKeys.values());
	place.book.wipe();
}

/**
 * The core without a worker around it: `call(op, args)`. Refusals are thrown.
 * @param {Stretch} stretch
 */
export function createCore(stretch) {
	const core = new Core();
	return {
		/** @param {string} op @param {any} args @param {Stretch} [stretchHere] */
		async call(op, args, stretchHere = stretch) {
			const run = Object.hasOwn(OPS, op) ? OPS[op] : undefined;
			if (run === undefined) throw new Refusal("op-unknown");
			return await run(core, args ?? {}, stretchHere);
		},
	};
}
