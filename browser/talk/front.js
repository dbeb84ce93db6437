import { leavePage } from "../vault/exit.js";
import { Locks } from "../vault/locks.js";
import { nothingKept } from "../vault/own-device.js";
import { Api } from "../wire/api.js";
import { Requests } from "../wire/request.js";
import { behindTheDoor } from "./behind.js";
import { Changes } from "./changes.js";
import { today, zoneHere } from "./clock.js";
import { Doorway } from "./doorway.js";
import { Own } from "./own.js";
import { ToRead } from "./to-read.js";
import { doorFor, heard, isRefusal, RoomError } from "./trouble.js";

/**
 * Which door a person stands at, and the ways between: in, locked, renewed, closed, gone.
 * @typedef {"starting" | "unreachable" | "too-old" | "no-wasm" | "outside" | "renewing" | "inside" | "locked" | "closed" | "left"} Door
 * @typedef {import("./doorway.js").Entered} Entered
 * @typedef {import("./room.js").Given} Given
 * @typedef {import("./inside.js").Inside} Inside
 */

const [A_MOMENT, MINUTE] = [2_000, 60_000];
const RENEW_WITHIN = 5;
/** Who chose another time than this one told us that the device is shared. */
const USUAL_LOCK = 5;
const NEUTRAL = "https://www.wikipedia.org/";

export class Front {
	#given;
	#onChange;
	#tell;
	/** @type {Locks | null} */
	#locks = null;
	/** @type {Inside | null} */
	#inside = null;
	/** @type {Door} */
	#door = "starting";
	/** @type {string | null} */
	#work = null;
	#toRead = new ToRead();
	/** @type {any} */
	#receipt = null;
	/** @type {Entered | null} */
	#toRenew = null;
	#username = "";
	/** The sign-in ended elsewhere, or its time was over. */
	#wasEnded = false;
	#isClosing = false;
	/** @type {Promise<void>} */
	locking = Promise.resolve();

	/**
	 * @param {Given} given
	 * @param {{onChange: () => void, tell: (type: "incoming" | "warning" | "locked" | "left", detail: object) => void}} heard
	 */
	constructor(given, { onChange, tell }) {
		this.#given = given;
		this.#onChange = onChange;
		this.#tell = tell;
		const { fetch, clock, base } = given;
		this.api = new Api(new Requests({ fetch, clock, base }));
		this.doorway = new Doorway({ ...given, api: this.api });
		const store = given.device ?? nothingKept;
		this.own = new Own({ store, api: this.api, clock, core: () => this.doorway.core }, onChange);
		this.changes = new Changes(this);
	}

	get inside() {
		return this.#inside;
	}

	/** The inside, for what can only be done there. */
	get in() {
		if (this.#inside === null) throw new RoomError("signed-out");
		return this.#inside;
	}

	get locks() {
		return this.#locks;
	}

	/** What `room.view` shows of it. */
	get shown() {
		return {
			door: this.#door,
			work: this.#work,
			notices: this.#toRead.notices,
			receipt: this.#receipt,
			username: this.#username,
			lastOpened: this.#toRead.lastOpened,
			line: this.#wasEnded ? /** @type {const} */ ("ended") : /** @type {const} */ ("off"),
		};
	}

	async start() {
		this.#enter("starting");
		try {
			await this.doorway.open();
			await this.own.read();
			this.#checkClock();
			this.#enter("outside");
			await this.#given.rest?.();
			await this.doorway.makeReady();
			this.#onChange();
		} catch (error) {
			this.#enter(doorFor(error, { door: this.#door, work: this.#work }));
		}
	}

	/** @param {string} language */
	async speak(language) {
		await this.doorway.speak(language);
		this.#onChange();
	}

	newOffer() {
		return this.doorway.newOffer(this.#door === "renewing" ? this.#username : undefined);
	}

	/** @param {{lockAfter: number, link?: string}} given */
	async comeIn({ lockAfter, link }) {
		await behindTheDoor();
		const { changed, ...entered } = await this.doorway.comeIn(link);
		if (changed) this.notice("name-changed");
		await this.goIn(entered, lockAfter);
		return { username: entered.username, changed };
	}

	/** @param {{username: string, words: string | string[], lockAfter: number}} given */
	async comeBack({ username, words, lockAfter }) {
		await this.locking;
		await behindTheDoor();
		const entered = await this.doorway.comeBack({ username, words });
		const me = await this.own.cameByWords(entered.me, entered.username);
		const minutes = this.own.isOf(entered.username) ? (this.own.kept?.minutes ?? lockAfter) : lockAfter;
		await this.goIn({ ...entered, me }, minutes);
	}

	/** On one's own device: no words. @param {{pin?: string, minutes?: number}} given */
	async openHere({ pin, minutes }) {
		await this.locking;
		await behindTheDoor();
		await this.doorway.ready();
		const how = minutes === undefined ? {} : { minutes };
		const entered = await this.own.open({ pin: pin ?? null, ...how });
		await this.goIn(entered, this.own.kept?.minutes ?? RENEW_WITHIN);
	}

	/** @param {{username: string, code: string}} given */
	async comeBackWithSpare({ username, code }) {
		await this.locking;
		await behindTheDoor();
		this.#toRenew = await this.doorway.comeBackWithSpare({ username, code });
		this.#username = this.#toRenew.username;
		this.#lockAfter(RENEW_WITHIN);
		this.#enter("renewing");
	}

	/** @param {{lockAfter: number}} given */
	async renew({ lockAfter }) {
		if (this.#toRenew === null) throw new RoomError("not-now");
		const entered = { ...this.#toRenew, ...(await this.doorway.renew()) };
		this.#toRenew = null;
		this.#locks?.stop();
		await this.goIn(entered, lockAfter);
	}

	/** The settings moved: the promise in force is another, to be read before it is signed. */
	async promiseChanged() {
		await this.doorway.readAgain();
		this.#inside?.configChanged(this.doorway.config);
		this.#onChange();
	}

	/** @param {{words: string | string[]}} given */
	async closePlace({ words }) {
		const inside = this.in;
		this.#isClosing = true;
		try {
			this.#receipt = Object.freeze(await this.doorway.place.close({ words }));
		} finally {
			this.#isClosing = false;
		}
		inside.cut();
		this.#username = "";
		await this.own.forget();
		this.#out("closed");
		this.doorway.endCore();
	}

	/** Keys gone, sign-in gone; what was begun is sealed first. */
	async lock() {
		const inside = this.#inside;
		if (inside === null) return await this.#giveUpRenewing();
		this.#out("locked");
		this.#tell("locked", {});
		this.locking = this.#seal(inside);
		await this.locking;
	}

	/** Opened with the spare code, and nobody finished: as if it had not been opened. */
	async #giveUpRenewing() {
		if (this.#toRenew === null) return;
		this.#out("outside");
		this.api.signOut();
		await this.doorway.renewCore();
		await this.doorway.newOffer();
		this.#onChange();
	}

	/** The page goes away and might be shown again from a cache: nothing may be left in it. */
	pageGoes() {
		if (this.#inside === null && this.#toRenew === null) return;
		this.#forget();
		this.#out("locked");
		this.api.signOut();
	}

	leave() {
		leavePage({
			cover: () => this.#coverForGood(),
			forget: () => this.#forget(),
			signOut: () => this.#partFromHere(),
			replace: this.#given.leave,
			url: this.doorway.config?.leave ?? NEUTRAL,
		});
	}

	/**
	 * Runs a deed under the name that screens see; a dead sign-in locks.
	 * @template T
	 * @param {string | null} work
	 * @param {() => Promise<T>} deed
	 * @returns {Promise<T>}
	 */
	async perform(work, deed) {
		if (work !== null) this.#working(work);
		try {
			return await heard(deed);
		} catch (error) {
			if (/** @type {any} */ (error).code === "signed-out") await this.#signedOut();
			throw error;
		} finally {
			if (work !== null) this.#working(null);
		}
	}

	/** @param {string} code */
	notice(code) {
		this.#toRead.add(code);
		this.#onChange();
	}

	/** @param {string} code */
	noticed(code) {
		this.#toRead.read(code);
		if (code === "way-in-gone") this.changes.forgetGone();
		this.#onChange();
	}

	openingSeen() {
		this.#toRead.lastOpened = null;
		this.#onChange();
	}

	/** @param {Entered} entered @param {number} lockAfter */
	async goIn(entered, lockAfter) {
		this.#toRead.opening(entered);
		this.#username = entered.username;
		for (const { code } of entered.warnings) this.notice(code);
		const inside = this.#makeInside(entered, await behindTheDoor());
		this.#wasEnded = false;
		this.#inside = inside;
		this.own.visit({ isAsked: lockAfter === USUAL_LOCK });
		this.#lockAfter(lockAfter);
		this.#enter("inside");
		await this.own.list(inside.me);
		await this.#begin(inside);
	}

	/** @param {Entered} entered @param {import("./behind.js").InsideKind} Inside */
	#makeInside(entered, Inside) {
		const { config, lists, core } = this.doorway;
		if (config === null || lists === null) throw new RoomError("offline");
		return new Inside({
			...{ ...this.#given, core, api: this.api, config, opened: entered, username: entered.username },
			zone: this.#given.zone ?? zoneHere(),
			...{ isNewVisit: this.#toRead.isNewVisit(entered), times: new Set(lists.facts.when ?? []) },
			onChange: () => this.#onChange(),
			onIncoming: (detail) => this.#tell("incoming", detail),
			onNotice: (code) => this.notice(code),
			onSignedOut: () => this.#signedOut(),
		});
	}

	/** The first look may fail; it is tried again by itself. @param {Inside} inside */
	async #begin(inside) {
		try {
			this.#eachMinute(inside);
			await inside.begin();
		} catch (error) {
			if (!isRefusal(error)) throw error;
			inside.refreshSoon();
		}
	}

	/** Another length of rest, from now on. @param {number} minutes */
	relock(minutes) {
		this.#locks?.stop();
		this.#lockAfter(minutes);
		this.#onChange();
	}

	/** @param {number} minutes */
	#lockAfter(minutes) {
		this.#locks = new Locks({
			clock: this.#given.clock,
			minutes,
			onPhase: (phase) => {
				this.#onChange();
				if (phase === "warning") this.#tell("warning", {});
			},
			onLock: () => this.lock(),
		});
	}

	/** @param {Inside} inside */
	async #seal(inside) {
		this.doorway.keepUnsaved(inside.username, await inside.end());
		this.#toRead.openedHere = inside.notes.opened;
		// What signing out clears in the browser would cut the new core's script off on its way.
		await Promise.race([this.api.signOut(), this.#aMoment()]);
		await this.doorway.renewCore();
		this.#onChange();
	}

	#aMoment = () => new Promise((done) => this.#given.clock.after(A_MOMENT, () => done(undefined)));

	/** Closing a place ends its sign-ins: then the receipt is still to be checked. */
	async #signedOut() {
		if (this.#isClosing || this.#inside === null) return;
		this.#wasEnded = true;
		await this.lock();
	}

	/** A device that asks for no number would let anybody in who picks it up: it asks for the words next time. */
	#partFromHere() {
		const kept = this.own.kept;
		if (kept !== null && !kept.pin && !kept.waiting && this.api.isSignedIn)
			this.api.leaveDevice({ slot_id: kept.slotId });
		else this.api.signOut();
	}

	/** Keys and whatever was opened, at once. */
	#forget() {
		this.#inside?.cut();
		this.doorway.endCore();
	}

	#coverForGood() {
		this.#out("left");
		this.#tell("left", {});
	}

	/** Nothing of the inside is shown any more. @param {Door} door */
	#out(door) {
		this.#locks?.stop();
		this.#locks = null;
		if (door !== "left") this.#inside = null;
		this.#toRead.end();
		this.#toRenew = null;
		this.#enter(door);
	}

	/** Hours begin and end while nobody presses anything. @param {Inside} inside */
	#eachMinute(inside) {
		this.#given.clock.after(MINUTE, () => {
			if (this.#inside !== inside) return;
			this.#onChange();
			this.#eachMinute(inside);
		});
	}

	#checkClock() {
		const there = this.doorway.config?.today ?? 0;
		if (Math.abs(there - today(this.#given.clock)) > 1) this.notice("clock-off");
	}

	/** @param {string | null} work */
	#working(work) {
		this.#work = work;
		this.#onChange();
	}

	/** @param {Door} door */
	#enter(door) {
		this.#door = door;
		this.#onChange();
	}
}
