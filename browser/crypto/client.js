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
	renewKeys = this.#op("renewKeys");
	keysRenewed = this.#op("keysRenewed");
	newLock = this.#op("newLock");
	lockRenewed = this.#op("lockRenewed");
	wishForLock = this.#op("wishForLock");

	// Taking one's things along
	askAlong = this.#op("askAlong");
	readAlong = this.#op("readAlong");
	sealAlong = this.#op("sealAlong");
	endAlong = this.#op("endAlong");

	// Bringing things from a file
	openAlong = this.#op("openAlong");
	bring = this.#op("bring");
	endBring = this.#op("endBring");

	// Who is who
	readLog = this.#op("readLog");
	readWall = this.#op("readWall");
	wallSeen = this.#op("wallSeen");
	readersOf = this.#op("readersOf");
	witnessed = this.#op("witnessed");

	// People
	people = this.#op("people");
	pinPerson = this.#op("pinPerson");
	acceptLock = this.#op("acceptLock");
	checkWords = this.#op("checkWords");
	profile = this.#op("profile");
	endorsementCheck = this.#op("endorsementCheck");
	endorsementRequest = this.#op("endorsementRequest");

	// Asking
	ask = this.#op("ask");
	agree = this.#op("agree");
	checkPromise = this.#op("checkPromise");

	// Inviting
	makeInvite = this.#op("makeInvite");
	invites = this.#op("invites");
	takeInviteBack = this.#op("takeInviteBack");
	readInvite = this.#op("readInvite");
	invitedBy = this.#op("invitedBy");
	met = this.#op("met");
	safetyWords = this.#op("safetyWords");
	wordsCompared = this.#op("wordsCompared");
	/** @param {object} [args] */
	myPicture = this.#op("myPicture");
	/** @param {object} [args] */
	theirPicture = this.#op("theirPicture");

	// Conversations
	askToCome = this.#op("askToCome");
	agreeToCome = this.#op("agreeToCome");
	stretches = this.#op("stretches");
	bringIn = this.#op("bringIn");
	letGo = this.#op("letGo");
	handOver = this.#op("handOver");
	grantedWraps = this.#op("grantedWraps");
	newCircle = this.#op("newCircle");
	openCircle = this.#op("openCircle");
	firstOfCircle = this.#op("firstOfCircle");
	letIntoCircle = this.#op("letIntoCircle");
	takeFromCircle = this.#op("takeFromCircle");
	makeHost = this.#op("makeHost");
	leadNoMore = this.#op("leadNoMore");
	sealLetter = this.#op("sealLetter");
	circlePeople = this.#op("circlePeople");
	openLetter = this.#op("openLetter");
	sealEarlier = this.#op("sealEarlier");
	openEarlier = this.#op("openEarlier");
	openConversation = this.#op("openConversation");
	take = this.#op("take");
	sealText = this.#op("sealText");
	sealEdit = this.#op("sealEdit");
	sealReact = this.#op("sealReact");
	sealOurs = this.#op("sealOurs");
	sealOursYes = this.#op("sealOursYes");
	sealCard = this.#op("sealCard");
	sealMend = this.#op("sealMend");
	keepUnsaid = this.#op("keepUnsaid");
	sealShare = this.#op("sealShare");
	sealPath = this.#op("sealPath");
	sealVow = this.#op("sealVow");
	editions = this.#op("editions");
	agreeAnew = this.#op("agreeAnew");
	sealErase = this.#op("sealErase");
	sealFile = this.#op("sealFile");
	sealAtt = this.#op("sealAtt");
	dropFile = this.#op("dropFile");
	openFile = this.#op("openFile");
	reseal = this.#op("reseal");
	drop = this.#op("drop");
	acknowledged = this.#op("acknowledged");
	leave = this.#op("leave");
	startAgain = this.#op("startAgain");
	forgetFar = this.#op("forgetFar");
	closeConversation = this.#op("closeConversation");

	// What is kept for oneself, and looking through everything
	documents = this.#op("documents");
	documentVersions = this.#op("documentVersions");
	ownListed = this.#op("ownListed");
	writeOwn = this.#op("writeOwn");
	writePage = this.#op("writePage");
	writeChecks = this.#op("writeChecks");
	keepLine = this.#op("keepLine");
	documentWritten = this.#op("documentWritten");
	deleteDocument = this.#op("deleteDocument");
	search = this.#op("search");
	supervisors = this.#op("supervisors");
	concernOfficers = this.#op("concernOfficers");
	concernPeople = this.#op("concernPeople");
	sealConcern = this.#op("sealConcern");
	sealConcernLetter = this.#op("sealConcernLetter");
	concernNames = this.#op("concernNames");
	readConcern = this.#op("readConcern");
	reflectWith = this.#op("reflectWith");
	sealReflection = this.#op("sealReflection");
	readReflection = this.#op("readReflection");
	sealTelling = this.#op("sealTelling");
	readTellings = this.#op("readTellings");
	openTold = this.#op("openTold");
	sealEmergency = this.#op("sealEmergency");
	readEmergencies = this.#op("readEmergencies");
	knock = this.#op("knock");
	openLinked = this.#op("openLinked");

	// State
	dirty = this.#op("dirty");
	keepNotes = this.#op("keepNotes");
	saveState = this.#op("saveState");
	stateSaved = this.#op("stateSaved");
	stateMoved = this.#op("stateMoved");
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
