/**
 * Leaves this page: what could be seen goes first, then the keys, then the sign-in, then the page itself.
 * Nothing that fails on the way keeps a person here.
 * @param {{cover: () => void, forget: () => void, signOut: () => void, replace: (url: string) => void, url: string}} given
 */
export function leavePage({ cover, forget, signOut, replace, url }) {
	try {
		inTurn([cover, forget, signOut]);
	} finally {
		replace(url);
	}
}

/** Each is done even when one before it fails. @param {(() => void)[]} deeds */
function inTurn(deeds) {
	const [first, ...rest] = deeds;
	if (first === undefined) return;
	try {
		first();
	} finally {
		inTurn(rest);
	}
}
