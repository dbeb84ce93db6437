/** Certificates: what could be asked for, each answer, and where a programme makes none. */

const one = {
	...{ id: 1, source: 9, number: 4, title: "Listening, 60 hours", doneOn: 20_400, state: 1 },
	...{ hours: 60, runsOutOn: 21_400, files: 2 },
};
const papers = {
	...{ on: true, programme: "Riverside Peers", programmeTells: false },
	could: [
		{ source: 1, number: 0, title: "", doneOn: null },
		{ source: 9, number: 7, title: "First aid", doneOn: 20_100 },
	],
	mine: [
		one,
		{ ...one, id: 2, source: 3, number: 0, title: "", state: 0, hours: null, runsOutOn: null, files: 0 },
		{ ...one, id: 3, title: "Hosting a group", state: 2, files: 0 },
		{ ...one, id: 4, title: "A weekend on rest", state: 3 },
	],
};

/** @param {any} view of somebody inside */
export function certificateScenes(view) {
	const scene = (certificates) => ({
		view: { ...view, parts: { certificates } },
		place: { screen: "certificates" },
	});
	return {
		certificates: scene(papers),
		"certificates-first": scene({ ...papers, mine: [] }),
		"certificates-none": scene({ ...papers, could: [], mine: [] }),
		"certificates-off": scene({ ...papers, on: false }),
	};
}
