/** What the page, or a test, hands to the room (browser/README.md). */
export type Given = {
	leave: (url: string) => void;
	language: string;
	makeCore: () => any;
	fetch: import("../wire/request.js").Fetch;
	connect: (url: string, protocol: string) => WebSocket;
	clock: import("./clock.js").Clock;
	/** in [0, 1) */
	chance: () => number;
	/** the one this device is in, when none is handed in */
	zone?: string;
	/** until the door stands on the page: what opens it need not be quicker */
	rest?: () => Promise<unknown>;
	/** where the house is */
	base: string;
	listsFrom?: URL;
	/** what a browser of one's own keeps */
	device?: import("../vault/own-device.js").DeviceStore;
	/** of the device */
	ownLock?: import("../vault/own-device.js").OwnLock;
};
