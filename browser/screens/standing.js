/** Where a reader stands in a box that scrolls: what they read stays in its place, whatever comes or goes around it. */

/** How near to an end counts as being there. */
export const NEAR = 80;

/** @param {HTMLElement} box */
export function atEnd(box) {
	return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
}

/** Whether a reader stands at the newest line, and wants to stay there. */
export class Following {
	isOn = true;
	#top = 0;

	/**
	 * Only who moves up leaves the newest line; a box that merely shrank does not count.
	 * @param {HTMLElement} box @param {boolean} isNewest whether it ends with the newest line
	 */
	moved(box, isNewest) {
		if (isNewest && atEnd(box)) this.isOn = true;
		else if (box.scrollTop < this.#top) this.isOn = false;
		this.stands(box);
		return isNewest && atEnd(box);
	}

	/** A page may change before it hears that somebody moved. @param {HTMLElement} box */
	look(box) {
		if (box.scrollTop < this.#top && !atEnd(box)) this.isOn = false;
	}

	/** @param {HTMLElement} box */
	stands(box) {
		this.#top = box.scrollTop;
	}
}

export class Standing {
	/** @type {Element | null} */
	#turn = null;
	#top = 0;
	/** @type {Element | null} */
	#focused = null;

	/** Before the page changes. @param {HTMLElement} box */
	note(box) {
		const { top } = box.getBoundingClientRect();
		const turns = [...box.querySelectorAll(".turn")];
		this.#turn = turns.find((one) => one.getBoundingClientRect().bottom > top) ?? null;
		this.#top = this.#turn?.getBoundingClientRect().top ?? 0;
		this.#focused = box.contains(document.activeElement) ? document.activeElement : null;
	}

	/** The first turn in sight stays where it was. @param {HTMLElement} box */
	keep(box) {
		if (this.#turn?.isConnected) box.scrollTop += this.#turn.getBoundingClientRect().top - this.#top;
	}

	/** Whoever stood on a line that is no longer drawn stays in the talk. @param {HTMLElement} box */
	keepFocus(box) {
		if (this.#focused?.isConnected === false && document.activeElement === document.body)
			box.focus({ preventScroll: true });
	}
}
