import { WireError } from "./request.js";

const SLOW = 30_000;
/** A piece of a file on a slow line. */
const A_PIECE = 60_000;

/**
 * The doors of protocol/api.md. The sign-in token lives here and is never handed out.
 * Bodies and answers are the JSON of that page.
 */
export class Api {
	/** @type {string | null} */
	#token = null;
	/** This browser is somebody's own: leaving does not clear what it keeps. */
	keepsDevice = false;
	#requests;

	/** @param {import("./request.js").Requests} requests */
	constructor(requests) {
		this.#requests = requests;
	}

	get isSignedIn() {
		return this.#token !== null;
	}

	config = () => this.#get("/config.json");
	/** @param {string} origin of the house, empty where the room has no other */
	goTo = (origin) => this.#requests.goTo(origin);
	/** @param {string} language */
	help = (language) => this.#get(`/api/help?lang=${encodeURIComponent(language)}`);

	/** @param {object} payload */
	signUp = (payload) => this.#enter("/api/sign-up", payload);
	/** @param {{username: string, auth: string}} way */
	signIn = (way) => this.#enter("/api/sign-in", way);
	/** @param {{username: string, auth: string}} way */
	signInWithSpare = (way) => this.#enter("/api/sign-in/spare", way);
	/** @param {{username: string, slot_id: string, auth: string}} way */
	signInWithDevice = (way) => this.#enter("/api/sign-in/device", way);
	/** @param {{slot_id: string, auth: string}} way */
	signInWithPasskey = (way) => this.#enter("/api/sign-in/passkey", way);
	/** @param {object} payload */
	renew = (payload) => this.#enter("/api/ways-in/renew", payload);

	/** @param {object} change */
	changeWay = (change) => this.#post("/api/ways-in/changes", change);
	/** @param {{slot_id: string, state?: object}} change */
	finishChange = (change) => this.#post("/api/ways-in/changes/finish", change);
	/** @param {{slot_id: string}} which */
	cancelChange = (which) => this.#post("/api/ways-in/changes/cancel", which);
	/** @param {{slot_id: string}} which */
	signOutDevice = (which) => this.#post("/api/ways-in/sign-out", which, { again: true });
	/** @param {{slot_id: string}} which */
	letBack = (which) => this.#post("/api/ways-in/let-back", which, { again: true });

	me = () => this.#get("/api/me");
	spareSeen = () => this.#post("/api/ways-in/spare-seen");
	/** @param {object} payload */
	putSpare = (payload) => this.#put("/api/ways-in/spare", payload, { again: false });
	/** @param {object} body */
	putState = (body) => this.#put("/api/state", body, { again: false });
	/** @param {object} payload the same again gives the same answer */
	renewKeys = (payload) => this.#post("/api/key-records", payload, { again: true });
	/** @param {object} payload the same again gives the same answer */
	newLock = (payload) => this.#post("/api/new-lock", payload, { again: true });
	ticket = () => this.#post("/api/ticket", undefined, { again: true });
	signOutOthers = () => this.#post("/api/sign-out/others", undefined, { again: true });
	/** @param {{auth: string}} proof */
	closePlace = (proof) => this.#post("/api/close-place", proof);

	/** @param {number} from the first row that is asked for */
	keyLog = (from) => this.#get(`/api/key-log?from=${from}`);
	keyLogCheckpoint = () => this.#get("/api/key-log/checkpoint");
	/** @param {number} from the first row that is asked for */
	wall = (from) => this.#get(`/api/wall?from=${from}`);
	/** @param {{what: number}} which */
	toldTaken = (which) => this.#post("/api/wall/taken", which, { again: true });
	directory = () => this.#get("/api/directory");
	/** @param {object} body */
	ask = (body) => this.#post("/api/asks", body, { again: true });
	/** Every relationship, newest first. */
	relationships = () => this.#allRelationships();
	/** @param {number | string} id @param {"accept" | "decline" | "withdraw" | "end" | "block" | "unblock" | "pause" | "resume" | "plan/heard" | "again" | "agree" | "keep"} step @param {object} [body] */
	step = (id, step, body) => this.#post(`/api/relationships/${encodeURIComponent(id)}/${step}`, body);

	/** @param {number | string} id @param {"plan" | "way-back"} what @param {object} body */
	putOf = (id, what, body) => this.#put(`/api/relationships/${encodeURIComponent(id)}/${what}`, body);
	/** @param {number | string} id */
	dropPlanWish = (id) =>
		this.#requests.ask({
			...{ method: "DELETE", path: `/api/relationships/${encodeURIComponent(id)}/plan/wish` },
			...{ token: this.#token, again: true },
		});

	invites = () => this.#get("/api/invites");
	/** @param {{invite_id: string}} which the same again changes nothing */
	invite = (which) => this.#post("/api/invites", which, { again: true });
	/** @param {{invite_id: string}} which */
	takeInviteBack = (which) => this.#post("/api/invites/take-back", which);
	/** Can it be used? Needs no sign-in. @param {{invite_id: string}} which */
	lookAtInvite = (which) => this.#post("/api/invites/look", which, { again: true });

	choosing = () => this.#get("/api/wish");
	/** @param {object} wish */
	handOver = (wish) => this.#put("/api/wish", wish);
	/** @param {object} named */
	nameNotThese = (named) => this.#put("/api/wish/not-these", named);
	takeWishBack = () =>
		this.#requests.ask({ method: "DELETE", path: "/api/wish", token: this.#token, again: true });
	someoneElse = () => this.#post("/api/wish/someone-else");
	offers = () => this.#get("/api/proposals");
	/** @param {number} id @param {"yes" | "no"} answer */
	answerOffer = (id, answer) => this.#post(`/api/proposals/${encodeURIComponent(id)}/${answer}`);

	/** What is told: the paths are those of api.md, and the same again gives the same. @param {string} path under /api/ @param {object} [body] */
	told = (path, body) =>
		body === undefined ? this.#get(`/api/${path}`) : this.#post(`/api/${path}`, body, { again: true });

	counting = () => this.#get("/api/counting");
	/** The same again changes nothing. @param {{statement: number, wholly: boolean}} answer */
	countIn = (answer) => this.#post("/api/counting", answer, { again: true });
	/** One call of a part that comes by itself: the paths are those of api.md. @param {"GET" | "POST" | "PUT" | "DELETE"} method @param {string} path under /api/ @param {object} [body] */
	part = (method, path, body) =>
		this.#requests.ask({
			...{ method, path: `/api/${path}`, body },
			token: this.#token,
			again: method !== "POST",
		});

	/** What two people said they would do, and when they met elsewhere. Taking one out a second time finds nothing, so that is never asked again by itself. @param {string} method @param {string} path under /api/ @param {object} [body] */
	pledges = (method, path, body) =>
		this.#requests.ask({
			...{ method, path: `/api/${path}`, body },
			token: this.#token,
			again: method === "GET" || method === "PUT",
		});

	documents = () => this.#get("/api/documents");
	/** @param {string} id */
	documentVersions = (id) => this.#get(`/api/documents/${encodeURIComponent(id)}`);
	/** The same version again changes nothing. @param {string} id @param {object} version */
	putDocument = (id, version) => this.#put(`/api/documents/${encodeURIComponent(id)}`, version);
	/** @param {string} id */
	deleteDocument = (id) =>
		this.#requests.ask({
			...{ method: "DELETE", path: `/api/documents/${encodeURIComponent(id)}` },
			...{ token: this.#token, again: true },
		});

	/** Takes room for a file, or says which pieces are here already. @param {string} conv @param {string} id @param {number} pieces */
	beginFile = (conv, id, pieces) => this.#post(filePath(conv, id), { pieces }, { again: true });
	/** @param {string} conv @param {string} id @param {number} i @param {Uint8Array} piece */
	putPiece = (conv, id, i, piece) => this.#piece("PUT", `${filePath(conv, id)}/${i}`, piece);
	/** @param {string} conv @param {string} id @param {number} i @returns {Promise<Uint8Array>} */
	getPiece = (conv, id, i) => this.#piece("GET", `${filePath(conv, id)}/${i}`);

	/** @param {{paused: boolean, cap: number}} seat */
	putSeat = (seat) => this.#put("/api/seat", seat);
	/** @param {object} profile */
	putProfile = (profile) => this.#put("/api/profile", profile, { again: false });
	/** @param {number} id @param {"agree" | "take-back"} step */
	atTheDesk = (id, step) =>
		this.#post(`/api/at-the-desk/${encodeURIComponent(id)}/${step}`, undefined, { again: true });
	endorsementRequest = () => this.#get("/api/endorsement-request");

	/** The token is forgotten first; the house is told without waiting. */
	async signOut() {
		const token = this.#token;
		this.#token = null;
		const path = this.keepsDevice ? "/api/sign-out?device=kept" : "/api/sign-out";
		if (token === null) return;
		const here = this.keepsDevice ? null : this.#requests.clearHere();
		await Promise.all([this.#requests.parting({ method: "POST", path, token }), here]);
	}

	/** Leaves a device that asks for no number: it wants the five words next time. @param {{slot_id: string}} body */
	leaveDevice(body) {
		const token = this.#token;
		this.#token = null;
		if (token !== null)
			this.#requests.parting({ method: "POST", path: "/api/ways-in/sign-out", body, token });
	}

	/** The token is dead already: say nothing, keep nothing. */
	forget() {
		this.#token = null;
	}

	async #allRelationships() {
		const all = [];
		for (let page = await this.#relationshipsBefore(null); page.length > 0; ) {
			all.push(...page);
			page = page.length < 200 ? [] : await this.#relationshipsBefore(page.at(-1).id);
		}
		return all;
	}

	/** @param {number | null} id @returns {Promise<any[]>} */
	async #relationshipsBefore(id) {
		const path = id === null ? "/api/relationships" : `/api/relationships?before=${id}`;
		return (await this.#get(path)).relationships;
	}

	/** @param {string} path @param {object} body */
	async #enter(path, body) {
		const answer = await this.#requests.ask({
			method: "POST",
			path,
			body,
			token: this.#token,
			patience: SLOW,
		});
		if (typeof answer?.token !== "string") throw new WireError("server-trouble");
		const { token, ...rest } = answer;
		this.#token = token;
		return rest;
	}

	/** @param {"GET" | "PUT"} method @param {string} path @param {Uint8Array} [body] */
	#piece(method, path, body) {
		const how = { again: true, patience: A_PIECE, isRaw: method === "GET" };
		return this.#requests.ask({ method, path, body, token: this.#token, ...how });
	}

	/** @param {string} path */
	#get(path) {
		return this.#requests.ask({ method: "GET", path, token: this.#token, again: true });
	}

	/** @param {string} path @param {object} [body] @param {{again?: boolean}} [how] */
	#post(path, body, { again = false } = {}) {
		return this.#requests.ask({ method: "POST", path, body, token: this.#token, again });
	}

	/** @param {string} path @param {object} body @param {{again?: boolean}} [how] */
	#put(path, body, { again = true } = {}) {
		return this.#requests.ask({ method: "PUT", path, body, token: this.#token, again });
	}
}

/** @param {string} conv @param {string} id */
const filePath = (conv, id) => `/api/files/${encodeURIComponent(conv)}/${encodeURIComponent(id)}`;
