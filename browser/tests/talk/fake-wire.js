import { fromUtf8 } from "../../crypto/bytes.js";
import { decodeFrame } from "../../crypto/frames.js";

/** The wire as the conversation sees it: what it was asked to send, and whether it is there at all. */
export class FakeWire {
	state = "up";
	sent = [];
	follows = [];
	pages = [];
	#from = () => 0;

	follow(_, from) {
		this.#from = from;
		this.catchUp();
	}

	catchUp() {
		if (this.state === "up") this.follows.push(this.#from());
	}

	page(_, before, count) {
		this.pages.push({ before, count });
		return this.state === "up";
	}

	send(bytes) {
		if (this.state !== "up") return false;
		this.sent.push(decodeFrame(bytes));
		return true;
	}

	get texts() {
		return this.sent.map(({ box }) => JSON.parse(fromUtf8(box)).text);
	}
}
