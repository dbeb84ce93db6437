/**
 * The kind lock of a shared computer: a cover at once when hidden, a word before locking, any touch extends.
 * @typedef {"open" | "covered" | "warning"} Phase
 */

const MINUTE = 60_000;

export class Locks {
	#clock;
	#length;
	#warning;
	#onPhase;
	#onLock;
	#deadline = 0;
	#hidden = false;
	/** @type {Phase} */
	#phase = "open";
	/** @type {(() => void) | null} */
	#callOff = null;

	/**
	 * @param {{clock: import("../talk/clock.js").Clock, minutes: number, onPhase: (phase: Phase) => void, onLock: () => void}} given
	 */
	constructor({ clock, minutes, onPhase, onLock }) {
		this.#clock = clock;
		this.#length = minutes * MINUTE;
		this.#warning = Math.min(MINUTE, this.#length / 2);
		this.#onPhase = onPhase;
		this.#onLock = onLock;
		this.#extend();
	}

	get phase() {
		return this.#phase;
	}

	get minutes() {
		return this.#length / MINUTE;
	}

	/** How many seconds before locking the warning comes. */
	get warningFor() {
		return this.#warning / 1000;
	}

	/** A key or a touch: whoever is here stays in. */
	touched() {
		if (this.#hidden || this.#isOver()) return;
		this.#enter("open");
		this.#extend();
	}

	/** The page came to the front or went behind. Coming back keeps the cover until a touch. @param {boolean} visible */
	shown(visible) {
		this.#hidden = !visible;
		if (!visible) this.#enter("covered");
		else this.#isOver();
	}

	/** No lock will come from here any more. */
	stop() {
		this.#callOff?.();
		this.#callOff = null;
	}

	#extend() {
		this.#deadline = this.#clock.now() + this.#length;
		this.#wake(this.#length - this.#warning, () => this.#warn());
	}

	#warn() {
		if (this.#isOver()) return;
		if (this.#phase === "open") this.#enter("warning");
		this.#wake(this.#deadline - this.#clock.now(), () => this.#isOver());
	}

	/** A sleeping computer wakes no timers: the time that passed counts all the same. */
	#isOver() {
		if (this.#callOff === null) return true;
		if (this.#clock.now() < this.#deadline) return false;
		this.stop();
		this.#onLock();
		return true;
	}

	/** @param {Phase} phase */
	#enter(phase) {
		if (phase === this.#phase) return;
		this.#phase = phase;
		this.#onPhase(phase);
	}

	/** @param {number} milliseconds @param {() => void} deed */
	#wake(milliseconds, deed) {
		this.#callOff?.();
		this.#callOff = this.#clock.after(milliseconds, deed);
	}
}
