// The page's side of the sealed core: one method for each operation (README.md). It holds no key.

import { Refusal } from "./refusal.js";
import { trustedWorker } from "./trusted-worker.js";

/** @typedef {(op: string, args: any) => Promise<any>} Call */
/** @typedef {{call: Call, end: () => void}} Line how operations reach the core */
/** @typedef {(args?: any) => Promise<any>} Operation takes and answers as README.md says */

const STRETCHES = new Set([
	...["startSignUp", "startSignIn", "renewWays", "freshSpare", "closeAuth"],
	...["startDevice", "addDevice", "changeWords", "sealAlong", "openAlong", "newLock", "safetyWords"],
]);

export class SealedCore {
	#line;

	/** @param {Line} line */
	constructor(line) {
		this.#line = line;
	}

	/** With the crypto worker, and a throw-away worker for each stretching. */
	static inWorkers() {
		return new SealedCore(new WorkerLine());
	}

	/** Ends everything at once: no key is left, and this core is of no use any more. */
	end() {
		this.#line.end();
	}

	// Beginning
	/** @type {Operation} */
	init = (args = {}) => this.#line.call("init", args);
	/** @type {Operation} */
	suggest = (args = {}) => this.#line.call("suggest", args);
	/** @type {Operation} */
	suggestName = (args = {}) => this.#line.call("suggestName", args);
	/** @type {Operation} */
	matchWords = (args = {}) => this.#line.call("matchWords", args);
	/** @type {Operation} */
	lock = (args = {}) => this.#line.call("lock", args);

	// Coming in
	/** @type {Operation} */
	startSignUp = (args = {}) => this.#line.call("startSignUp", args);
	/** @type {Operation} */
	signedUp = (args = {}) => this.#line.call("signedUp", args);
	/** @type {Operation} */
	startSignIn = (args = {}) => this.#line.call("startSignIn", args);
	/** @type {Operation} */
	openSignIn = (args = {}) => this.#line.call("openSignIn", args);
	/** @type {Operation} */
	startSpare = (args = {}) => this.#line.call("startSpare", args);
	/** @type {Operation} */
	openSpare = (args = {}) => this.#line.call("openSpare", args);
	/** @type {Operation} */
	renewWays = (args = {}) => this.#line.call("renewWays", args);
	/** @type {Operation} */
	renewed = (args = {}) => this.#line.call("renewed", args);
	/** @type {Operation} */
	freshSpare = (args = {}) => this.#line.call("freshSpare", args);
	/** @type {Operation} */
	spareCode = (args = {}) => this.#line.call("spareCode", args);
	/** @type {Operation} */
	spareSeen = (args = {}) => this.#line.call("spareSeen", args);
	/** @type {Operation} */
	closeAuth = (args = {}) => this.#line.call("closeAuth", args);
	/** @type {Operation} */
	closedReceipt = (args = {}) => this.#line.call("closedReceipt", args);

	// Devices of one's own, and changing the ways in
	/** @type {Operation} */
	startDevice = (args = {}) => this.#line.call("startDevice", args);
	/** @type {Operation} */
	openDevice = (args = {}) => this.#line.call("openDevice", args);
	/** @type {Operation} */
	addDevice = (args = {}) => this.#line.call("addDevice", args);
	/** @type {Operation} */
	addSpare = (args = {}) => this.#line.call("addSpare", args);
	/** @type {Operation} */
	changeWords = (args = {}) => this.#line.call("changeWords", args);
	/** @type {Operation} */
	removeWay = (args = {}) => this.#line.call("removeWay", args);
	/** @type {Operation} */
	finishChange = (args = {}) => this.#line.call("finishChange", args);
	/** @type {Operation} */
	wayChanged = (args = {}) => this.#line.call("wayChanged", args);
	/** @type {Operation} */
	ways = (args = {}) => this.#line.call("ways", args);
	/** @type {Operation} */
	forgetGone = (args = {}) => this.#line.call("forgetGone", args);
	/** @type {Operation} */
	givenCode = (args = {}) => this.#line.call("givenCode", args);
	/** @type {Operation} */
	givenSeen = (args = {}) => this.#line.call("givenSeen", args);

	// A passkey: what an authenticator answers is handed over, not copied
	/** @type {Operation} */
	passkeyQuestion = (args = {}) => this.#line.call("passkeyQuestion", args);
	/** @type {Operation} */
	startPasskey = (args = {}) => this.#line.call("startPasskey", args);
	/** @type {Operation} */
	openPasskey = (args = {}) => this.#line.call("openPasskey", args);
	/** @type {Operation} */
	beginPasskey = (args = {}) => this.#line.call("beginPasskey", args);
	/** @type {Operation} */
	keepPasskey = (args = {}) => this.#line.call("keepPasskey", args);
	/** @type {Operation} */
	addPasskey = (args = {}) => this.#line.call("addPasskey", args);

	// The lock that goes on
	/** @type {Operation} */
	renewKeys = (args = {}) => this.#line.call("renewKeys", args);
	/** @type {Operation} */
	keysRenewed = (args = {}) => this.#line.call("keysRenewed", args);
	/** @type {Operation} */
	newLock = (args = {}) => this.#line.call("newLock", args);
	/** @type {Operation} */
	lockRenewed = (args = {}) => this.#line.call("lockRenewed", args);
	/** @type {Operation} */
	wishForLock = (args = {}) => this.#line.call("wishForLock", args);

	// Taking one's things along
	/** @type {Operation} */
	askAlong = (args = {}) => this.#line.call("askAlong", args);
	/** @type {Operation} */
	readAlong = (args = {}) => this.#line.call("readAlong", args);
	/** @type {Operation} */
	sealAlong = (args = {}) => this.#line.call("sealAlong", args);
	/** @type {Operation} */
	endAlong = (args = {}) => this.#line.call("endAlong", args);

	// Bringing things from a file
	/** @type {Operation} */
	openAlong = (args = {}) => this.#line.call("openAlong", args);
	/** @type {Operation} */
	bring = (args = {}) => this.#line.call("bring", args);
	/** @type {Operation} */
	endBring = (args = {}) => this.#line.call("endBring", args);

	// Who is who
	/** @type {Operation} */
	readLog = (args = {}) => this.#line.call("readLog", args);
	/** @type {Operation} */
	readWall = (args = {}) => this.#line.call("readWall", args);
	/** @type {Operation} */
	wallSeen = (args = {}) => this.#line.call("wallSeen", args);
	/** @type {Operation} */
	readersOf = (args = {}) => this.#line.call("readersOf", args);
	/** @type {Operation} */
	witnessed = (args = {}) => this.#line.call("witnessed", args);

	// People
	/** @type {Operation} */
	people = (args = {}) => this.#line.call("people", args);
	/** @type {Operation} */
	pinPerson = (args = {}) => this.#line.call("pinPerson", args);
	/** @type {Operation} */
	acceptLock = (args = {}) => this.#line.call("acceptLock", args);
	/** @type {Operation} */
	checkWords = (args = {}) => this.#line.call("checkWords", args);
	/** @type {Operation} */
	profile = (args = {}) => this.#line.call("profile", args);
	/** @type {Operation} */
	endorsementCheck = (args = {}) => this.#line.call("endorsementCheck", args);
	/** @type {Operation} */
	endorsementRequest = (args = {}) => this.#line.call("endorsementRequest", args);

	// Asking
	/** @type {Operation} */
	ask = (args = {}) => this.#line.call("ask", args);
	/** @type {Operation} */
	agree = (args = {}) => this.#line.call("agree", args);
	/** @type {Operation} */
	checkPromise = (args = {}) => this.#line.call("checkPromise", args);

	// Inviting
	/** @type {Operation} */
	makeInvite = (args = {}) => this.#line.call("makeInvite", args);
	/** @type {Operation} */
	invites = (args = {}) => this.#line.call("invites", args);
	/** @type {Operation} */
	takeInviteBack = (args = {}) => this.#line.call("takeInviteBack", args);
	/** @type {Operation} */
	readInvite = (args = {}) => this.#line.call("readInvite", args);
	/** @type {Operation} */
	invitedBy = (args = {}) => this.#line.call("invitedBy", args);
	/** @type {Operation} */
	met = (args = {}) => this.#line.call("met", args);
	/** @type {Operation} */
	safetyWords = (args = {}) => this.#line.call("safetyWords", args);
	/** @type {Operation} */
	wordsCompared = (args = {}) => this.#line.call("wordsCompared", args);
	/** @param {object} [args] */
	myPicture = (args = {}) => this.#line.call("myPicture", args);
	/** @param {object} [args] */
	theirPicture = (args = {}) => this.#line.call("theirPicture", args);

	// Conversations
	/** @type {Operation} */
	askToCome = (args = {}) => this.#line.call("askToCome", args);
	/** @type {Operation} */
	agreeToCome = (args = {}) => this.#line.call("agreeToCome", args);
	/** @type {Operation} */
	stretches = (args = {}) => this.#line.call("stretches", args);
	/** @type {Operation} */
	bringIn = (args = {}) => this.#line.call("bringIn", args);
	/** @type {Operation} */
	letGo = (args = {}) => this.#line.call("letGo", args);
	/** @type {Operation} */
	handOver = (args = {}) => this.#line.call("handOver", args);
	/** @type {Operation} */
	grantedWraps = (args = {}) => this.#line.call("grantedWraps", args);
	/** @type {Operation} */
	openConversation = (args = {}) => this.#line.call("openConversation", args);
	/** @type {Operation} */
	take = (args = {}) => this.#line.call("take", args);
	/** @type {Operation} */
	sealText = (args = {}) => this.#line.call("sealText", args);
	/** @type {Operation} */
	sealEdit = (args = {}) => this.#line.call("sealEdit", args);
	/** @type {Operation} */
	sealReact = (args = {}) => this.#line.call("sealReact", args);
	sealOurs = (args = {}) => this.#line.call("sealOurs", args);
	sealOursYes = (args = {}) => this.#line.call("sealOursYes", args);
	sealCard = (args = {}) => this.#line.call("sealCard", args);
	/** @type {Operation} */
	sealMend = (args = {}) => this.#line.call("sealMend", args);
	/** @type {Operation} */
	newMend = (args = {}) => this.#line.call("newMend", args);
	/** @type {Operation} */
	keepUnsaid = (args = {}) => this.#line.call("keepUnsaid", args);
	sealShare = (args = {}) => this.#line.call("sealShare", args);
	sealPath = (args = {}) => this.#line.call("sealPath", args);
	sealVow = (args = {}) => this.#line.call("sealVow", args);
	editions = (args = {}) => this.#line.call("editions", args);
	agreeAnew = (args = {}) => this.#line.call("agreeAnew", args);
	/** @type {Operation} */
	sealErase = (args = {}) => this.#line.call("sealErase", args);
	/** @type {Operation} */
	sealFile = (args = {}) => this.#line.call("sealFile", args);
	/** @type {Operation} */
	sealAtt = (args = {}) => this.#line.call("sealAtt", args);
	/** @type {Operation} */
	dropFile = (args = {}) => this.#line.call("dropFile", args);
	/** @type {Operation} */
	openFile = (args = {}) => this.#line.call("openFile", args);
	/** @type {Operation} */
	reseal = (args = {}) => this.#line.call("reseal", args);
	/** @type {Operation} */
	drop = (args = {}) => this.#line.call("drop", args);
	/** @type {Operation} */
	acknowledged = (args = {}) => this.#line.call("acknowledged", args);
	/** @type {Operation} */
	leave = (args = {}) => this.#line.call("leave", args);
	/** @type {Operation} */
	startAgain = (args = {}) => this.#line.call("startAgain", args);
	/** @type {Operation} */
	forgetFar = (args = {}) => this.#line.call("forgetFar", args);
	/** @type {Operation} */
	closeConversation = (args = {}) => this.#line.call("closeConversation", args);

	// What is kept for oneself, and looking through everything
	/** @type {Operation} */
	documents = (args = {}) => this.#line.call("documents", args);
	/** @type {Operation} */
	documentVersions = (args = {}) => this.#line.call("documentVersions", args);
	ownListed = (args = {}) => this.#line.call("ownListed", args);
	writeOwn = (args = {}) => this.#line.call("writeOwn", args);
	/** @type {Operation} */
	writePage = (args = {}) => this.#line.call("writePage", args);
	/** @type {Operation} */
	writeChecks = (args = {}) => this.#line.call("writeChecks", args);
	/** @type {Operation} */
	keepLine = (args = {}) => this.#line.call("keepLine", args);
	/** @type {Operation} */
	documentWritten = (args = {}) => this.#line.call("documentWritten", args);
	/** @type {Operation} */
	deleteDocument = (args = {}) => this.#line.call("deleteDocument", args);
	/** @type {Operation} */
	search = (args = {}) => this.#line.call("search", args);
	supervisors = (args = {}) => this.#line.call("supervisors", args);
	sealTelling = (args = {}) => this.#line.call("sealTelling", args);
	readTellings = (args = {}) => this.#line.call("readTellings", args);
	openTold = (args = {}) => this.#line.call("openTold", args);
	sealEmergency = (args = {}) => this.#line.call("sealEmergency", args);
	readEmergencies = (args = {}) => this.#line.call("readEmergencies", args);
	knock = (args = {}) => this.#line.call("knock", args);
	openLinked = (args = {}) => this.#line.call("openLinked", args);

	// State
	/** @type {Operation} */
	dirty = (args = {}) => this.#line.call("dirty", args);
	/** @type {Operation} */
	keepNotes = (args = {}) => this.#line.call("keepNotes", args);
	/** @type {Operation} */
	saveState = (args = {}) => this.#line.call("saveState", args);
	/** @type {Operation} */
	stateSaved = (args = {}) => this.#line.call("stateSaved", args);
	/** @type {Operation} */
	stateMoved = (args = {}) => this.#line.call("stateMoved", args);
}

/** The crypto worker, asked by message. */
class WorkerLine {
	#worker = trustedWorker("worker.js");
	/** @type {Set<Worker>} */
	#stretching = new Set();
	/** @type {Map<number, {resolve: (answer: any) => void, reject: (refusal: Refusal) => void}>} */
	#asked = new Map();
	#last = 0;
	/** Why this worker will never answer. @type {string | null} */
	#broken = null;

	constructor() {
		this.#worker.onmessage = ({ data }) => this.#answer(data);
		this.#worker.onerror = (event) => this.#break("message" in event ? "no-wasm" : "offline");
	}

	/** @type {Call} */
	call = (op, args) =>
		STRETCHES.has(op) ? this.#stretched(op, args) : this.#ask(op, args, handedOver(args));

	end() {
		this.#worker.terminate();
		for (const worker of this.#stretching) worker.terminate();
		this.#refuseAll("ended");
	}

	/** @param {string} op @param {any} args @param {Transferable[]} along what goes along is gone here @returns {Promise<any>} */
	#ask(op, args, along) {
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			if (this.#broken !== null) return reject(new Refusal(this.#broken));
			this.#asked.set(id, { resolve, reject });
			this.#worker.postMessage({ id, op, args }, along);
		});
	}

	/**
	 * The two workers talk through a port of their own, so that what is stretched never passes the page.
	 * @param {string} op @param {any} args
	 */
	async #stretched(op, args) {
		const { port1, port2 } = new MessageChannel();
		const worker = trustedWorker("stretch-worker.js");
		this.#stretching.add(worker);
		try {
			worker.postMessage(null, [port2]);
			return await Promise.race([this.#ask(op, args, [port1]), failureOf(worker)]);
		} finally {
			this.#stretching.delete(worker);
			worker.terminate();
		}
	}

	/** @param {{id: number, ok?: any, error?: {code: string, detail?: unknown}}} answer */
	#answer({ id, ok, error }) {
		const asked = this.#asked.get(id);
		this.#asked.delete(id);
		if (error === undefined) asked?.resolve(ok);
		else asked?.reject(new Refusal(error.code, error.detail));
	}

	/** Its script has a fault, or did not come whole. @param {string} code */
	#break(code) {
		this.#broken = code;
		this.#refuseAll(code);
	}

	/** @param {string} code */
	#refuseAll(code) {
		for (const { reject } of this.#asked.values()) reject(new Refusal(code));
		this.#asked.clear();
	}
}

/** What an authenticator answered is not left on the page. @param {any} args @returns {Transferable[]} */
const handedOver = ({ prf }) => (prf instanceof ArrayBuffer ? [prf] : []);

/** @param {Worker} worker @returns {Promise<never>} */
const failureOf = (worker) =>
	new Promise((_, reject) => {
		worker.onerror = () => reject(new Refusal("stretch-failed"));
	});
