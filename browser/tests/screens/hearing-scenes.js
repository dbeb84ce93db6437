/** How somebody hears of what is new, in every state. */

const mailed = {
	mail: true,
	address: "ben@work.example.org",
	confirmed: true,
	returned: false,
	on: true,
	quiet_from: 1260,
	quiet_to: 480,
	zone: "America/Chicago",
	...{ sender: "", subject: "", rest_hours: 1, day_before: true, hour_before: false },
	...{ texts: false, number: "", number_confirmed: false, number_returned: false },
	...{ push: "k", can: true, devices: 0, here: false, calendar: false, zoneHere: "Europe/Madrid" },
};
const reaches = {
	reach: {},
	"reach-unproven": { confirmed: false },
	"reach-returned": { confirmed: false, returned: true, on: false },
	"reach-none": { mail: false, address: "", can: false },
	"reach-text": { texts: true },
	"reach-text-code": { texts: true, number: "+442079460018" },
	"reach-text-there": { texts: true, number: "+442079460018", number_confirmed: true },
	"reach-text-returned": { texts: true, number: "+442079460018", number_returned: true },
	"reach-here": { here: true, devices: 1, calendar: true, sender: "Greenhouse", subject: "Tomatoes" },
};
const CALENDAR = "https://peers.example.org/notices/calendar/9xBqo2Zk0bVf3nN1yqfWc8mTdLr5uHs7aJpE4gKiQvY.ics";

/** A specialist's view, a client's on a device of their own, and a home where somebody waits for too long. */
export function reachScenes(view, client) {
	const scene = (change) => ({
		view: { ...view, hearing: { ...mailed, ...change } },
		place: { screen: "reach" },
	});
	const late = { ...view.home, late: view.home.waiting, waiting: [] };
	return {
		"home-late": { view: { ...view, home: late } },
		"reach-own": ownScene(client),
		...Object.fromEntries(Object.entries(reaches).map(([name, change]) => [name, scene(change)])),
	};
}

/** A client on a device of their own, which could be told. */
const ownScene = (view) => ({
	view: {
		...view,
		device: { username: view.me.username, pin: true, minutes: 15, wantsWords: false },
		hearing: { ...mailed, address: "" },
	},
	place: { screen: "reach" },
});

/** What the part answers; `this` is the room. */
export function hearing(deed, ...given) {
	const kept = this.view.hearing;
	if (deed === "makeCalendar") return CALENDAR;
	if (deed === "hush") return { ...kept, here: false };
	if (deed === "hear") return { ...kept, here: true };
	if (deed === "leaveNumber") return { ...kept, number: given[0] };
	if (deed === "showCode" || deed === "choose") return { ...kept, number_confirmed: true };
	if (deed === "dropNumber") return { ...kept, number: "", number_confirmed: false, number_returned: false };
	return { ...kept, ...(deed === "save" ? given[0] : {}) };
}
