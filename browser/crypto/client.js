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

	/** @param {string} op @returns {Operation} */
	#op(op) {
		return (args = {}) => this.#line.call(op, args);
	}

	// Beginning
	init = this.#op("init");
	suggest = this.#op("suggest");
	suggestName = this.#op("suggestName");
	matchWords = this.#op("matchWords");
	lock = this.#op("lock");

	// Coming in
	startSignUp = this.#op("startSignUp");
	signedUp = this.#op("signedUp");
	startSignIn = this.#op("startSignIn");
	openSignIn = this.#op("openSignIn");
	startSpare = this.#op("startSpare");
	openSpare = this.#op("openSpare");
	renewWays = this.#op("renewWays");
	renewed = this.#op("renewed");
	freshSpare = this.#op("freshSpare");
	spareCode = this.#op("spareCode");
	spareSeen = this.#op("spareSeen");
	closeAuth = this.#op("closeAuth");
	closedReceipt = this.#op("closedReceipt");

	// Devices of one's own, and changing the ways in
	startDevice = this.#op("startDevice");
	openDevice = this.#op("openDevice");
	addDevice = this.#op("addDevice");
	addSpare = this.#op("addSpare");
	changeWords = this.#op("changeWords");
	removeWay = this.#op("removeWay");
	finishChange = this.#op("finishChange");
	wayChanged = this.#op("wayChanged");
	ways = this.#op("ways");
	forgetGone = this.#op("forgetGone");
	givenCode = this.#op("givenCode");
	givenSeen = this.#op("givenSeen");

	// A passkey: what an authenticator answers is handed over, not copied
	passkeyQuestion = this.#op("passkeyQuestion");
	startPasskey = this.#op("startPasskey");
	openPasskey = this.#op("openPasskey");
	beginPasskey = this.#op("beginPasskey");
	keepPasskey = this.#op("keepPasskey");
	addPasskey = this.#op("addPasskey");

	// The lock that goes on
	renewKeys = (args = {}) => this.#line.call("renewKeys", args);
	keysRenewed = (args = {}) => this.#line.call("keysRenewed", args);
	newLock = (args = {}) => this.#line.call("newLock", args);
	lockRenewed = (args = {}) => this.#line.call("lockRenewed", args);
	wishForLock = (args = {}) => this.#line.call("wishForLock", args);

	// Taking one's things along
	askAlong = (args = {}) => this.#line.call("askAlong", args);
	readAlong = (args = {}) => this.#line.call("readAlong", args);
	sealAlong = (args = {}) => this.#line.call("sealAlong", args);
	endAlong = (args = {}) => this.#line.call("endAlong", args);

	// Bringing things from a file
	openAlong = (args = {}) => this.#line.call("openAlong", args);
	bring = (args = {}) => this.#line.call("bring", args);
	endBring = (args = {}) => this.#line.call("endBring", args);

	// Who is who
	readLog = (args = {}) => this.#line.call("readLog", args);
	readWall = (args = {}) => this.#line.call("readWall", args);
	wallSeen = (args = {}) => this.#line.call("wallSeen", args);
	readersOf = (args = {}) => this.#line.call("readersOf", args);
	witnessed = (args = {}) => this.#line.call("witnessed", args);

	// People
	people = (args = {}) => this.#line.call("people", args);
	pinPerson = (args = {}) => this.#line.call("pinPerson", args);
	acceptLock = (args = {}) => this.#line.call("acceptLock", args);
	checkWords = (args = {}) => this.#line.call("checkWords", args);
	profile = (args = {}) => this.#line.call("profile", args);
	endorsementCheck = (args = {}) => this.#line.call("endorsementCheck", args);
	endorsementRequest = (args = {}) => this.#line.call("endorsementRequest", args);

	// Asking
	ask = (args = {}) => this.#line.call("ask", args);
	agree = (args = {}) => this.#line.call("agree", args);
	checkPromise = (args = {}) => this.#line.call("checkPromise", args);

	// Inviting
	makeInvite = (args = {}) => this.#line.call("makeInvite", args);
	invites = (args = {}) => this.#line.call("invites", args);
	takeInviteBack = (args = {}) => this.#line.call("takeInviteBack", args);
	readInvite = (args = {}) => this.#line.call("readInvite", args);
	invitedBy = (args = {}) => this.#line.call("invitedBy", args);
	met = (args = {}) => this.#line.call("met", args);
	safetyWords = (args = {}) => this.#line.call("safetyWords", args);
	wordsCompared = (args = {}) => this.#line.call("wordsCompared", args);
	/** @param {object} [args] */
	myPicture = (args = {}) => this.#line.call("myPicture", args);
	/** @param {object} [args] */
	theirPicture = (args = {}) => this.#line.call("theirPicture", args);

	// Conversations
	askToCome = (args = {}) => this.#line.call("askToCome", args);
	agreeToCome = (args = {}) => this.#line.call("agreeToCome", args);
	stretches = (args = {}) => this.#line.call("stretches", args);
	bringIn = (args = {}) => this.#line.call("bringIn", args);
	letGo = (args = {}) => this.#line.call("letGo", args);
	handOver = (args = {}) => this.#line.call("handOver", args);
	grantedWraps = (args = {}) => this.#line.call("grantedWraps", args);
	newCircle = (args = {}) => this.#line.call("newCircle", args);
	openCircle = (args = {}) => this.#line.call("openCircle", args);
	firstOfCircle = (args = {}) => this.#line.call("firstOfCircle", args);
	letIntoCircle = (args = {}) => this.#line.call("letIntoCircle", args);
	takeFromCircle = (args = {}) => this.#line.call("takeFromCircle", args);
	makeHost = (args = {}) => this.#line.call("makeHost", args);
	leadNoMore = (args = {}) => this.#line.call("leadNoMore", args);
	sealLetter = (args = {}) => this.#line.call("sealLetter", args);
	circlePeople = (args = {}) => this.#line.call("circlePeople", args);
	openLetter = (args = {}) => this.#line.call("openLetter", args);
	openConversation = (args = {}) => this.#line.call("openConversation", args);
	take = (args = {}) => this.#line.call("take", args);
	sealText = (args = {}) => this.#line.call("sealText", args);
	sealEdit = (args = {}) => this.#line.call("sealEdit", args);
	sealReact = (args = {}) => this.#line.call("sealReact", args);
	sealOurs = (args = {}) => this.#line.call("sealOurs", args);
	sealOursYes = (args = {}) => this.#line.call("sealOursYes", args);
	sealCard = (args = {}) => this.#line.call("sealCard", args);
	sealMend = (args = {}) => this.#line.call("sealMend", args);
	keepUnsaid = (args = {}) => this.#line.call("keepUnsaid", args);
	sealShare = (args = {}) => this.#line.call("sealShare", args);
	sealPath = (args = {}) => this.#line.call("sealPath", args);
	sealVow = (args = {}) => this.#line.call("sealVow", args);
	editions = (args = {}) => this.#line.call("editions", args);
	agreeAnew = (args = {}) => this.#line.call("agreeAnew", args);
	sealErase = (args = {}) => this.#line.call("sealErase", args);
	sealFile = (args = {}) => this.#line.call("sealFile", args);
	sealAtt = (args = {}) => this.#line.call("sealAtt", args);
	dropFile = (args = {}) => this.#line.call("dropFile", args);
	openFile = (args = {}) => this.#line.call("openFile", args);
	reseal = (args = {}) => this.#line.call("reseal", args);
	drop = (args = {}) => this.#line.call("drop", args);
	acknowledged = (args = {}) => this.#line.call("acknowledged", args);
	leave = (args = {}) => this.#line.call("leave", args);
	startAgain = (args = {}) => this.#line.call("startAgain", args);
	forgetFar = (args = {}) => this.#line.call("forgetFar", args);
	closeConversation = (args = {}) => this.#line.call("closeConversation", args);

	// What is kept for oneself, and looking through everything
	documents = (args = {}) => this.#line.call("documents", args);
	documentVersions = (args = {}) => this.#line.call("documentVersions", args);
	ownListed = (args = {}) => this.#line.call("ownListed", args);
	writeOwn = (args = {}) => this.#line.call("writeOwn", args);
	writePage = (args = {}) => this.#line.call("writePage", args);
	writeChecks = (args = {}) => this.#line.call("writeChecks", args);
	keepLine = (args = {}) => this.#line.call("keepLine", args);
	documentWritten = (args = {}) => this.#line.call("documentWritten", args);
	deleteDocument = (args = {}) => this.#line.call("deleteDocument", args);
	search = (args = {}) => this.#line.call("search", args);
	supervisors = (args = {}) => this.#line.call("supervisors", args);
	concernOfficers = (args = {}) => this.#line.call("concernOfficers", args);
	sealConcern = (args = {}) => this.#line.call("sealConcern", args);
	sealConcernLetter = (args = {}) => this.#line.call("sealConcernLetter", args);
	readConcern = (args = {}) => this.#line.call("readConcern", args);
	sealTelling = (args = {}) => this.#line.call("sealTelling", args);
	readTellings = (args = {}) => this.#line.call("readTellings", args);
	openTold = (args = {}) => this.#line.call("openTold", args);
	sealEmergency = (args = {}) => this.#line.call("sealEmergency", args);
	readEmergencies = (args = {}) => this.#line.call("readEmergencies", args);
	knock = (args = {}) => this.#line.call("knock", args);
	openLinked = (args = {}) => this.#line.call("openLinked", args);

	// State
	dirty = (args = {}) => this.#line.call("dirty", args);
	keepNotes = (args = {}) => this.#line.call("keepNotes", args);
	saveState = (args = {}) => this.#line.call("saveState", args);
	stateSaved = (args = {}) => this.#line.call("stateSaved", args);
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
