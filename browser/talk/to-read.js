/** What someone inside should read once: notices by code, and when this place was opened before now. */
export class ToRead {
	/** @type {readonly string[]} */
	notices = [];
	/** @type {number | null} */
	lastOpened = null;
	/** The moment this page itself opened it. */
	openedHere = 0;

	/** @param {string} code */
	add(code) {
		if (!this.notices.includes(code)) this.notices = [...this.notices, code];
	}

	/** @param {string} code */
	read(code) {
		this.notices = this.notices.filter((notice) => notice !== code);
	}

	/** Said once, not at the very first visit, and not when it was this page a moment ago. @param {{opened?: number}} entered */
	opening({ opened = 0 }) {
		this.lastOpened = opened === 0 || opened === this.openedHere ? null : opened;
	}

	/** A lock and back again on one page is one visit. @param {{opened?: number}} entered */
	isNewVisit({ opened = 0 }) {
		return opened === 0 || opened !== this.openedHere;
	}

	/** Nothing of it outlives a visit. */
	end() {
		this.notices = [];
		this.lastOpened = null;
	}
}
