import { fromText, toText } from "../crypto/bytes.js";
import { Ways } from "../vault/ways.js";
import { behindTheDoor } from "./behind.js";
import { today } from "./clock.js";

/**
 * The device's own lock as a way in. What a passkey answers goes from the browser into the core, and is not looked at here.
 * @typedef {import("../vault/passkey.js").PasskeyDevice} PasskeyDevice
 */
export class Passkeys {
	#front;
	#device;
	#clock;

	/** @param {import("./front.js").Front} front @param {{device: PasskeyDevice, clock: import("./clock.js").Clock}} given */
	constructor(front, { device, clock }) {
		this.#front = front;
		this.#device = device;
		this.#clock = clock;
	}

	/** Without a name: the passkey knows which way in it is, and the house whose that is. @param {{lockAfter: number}} given */
	async comeBack({ lockAfter }) {
		const { doorway, api, locking } = this.#front;
		await locking;
		await doorway.ready();
		const { core } = doorway;
		const { salt } = await core.passkeyQuestion({});
		const { slotId, prf } = await this.#device.show({ salt: fromText(salt) });
		const slot_id = toText(slotId);
		const { auth } = await core.startPasskey({ slot_id, prf });
		await behindTheDoor();
		const { slot, me } = await api.signInWithPasskey({ slot_id, auth });
		const opened = await this.#open({ slot, me });
		await this.#front.goIn({ ...opened, me, username: me.username }, lockAfter);
	}

	/** Made once, however often the proof is tried. @param {{name: string} & import("../vault/ways.js").Proof} given */
	add({ name, ...proof }) {
		const { core } = this.#front.doorway;
		return this.#front.changes.run(async () => {
			const code = proof.code === undefined ? {} : { code: proof.code };
			const { slot_id, salt, username, made } = await core.beginPasskey(code);
			if (!made) {
				const about = { slotId: fromText(slot_id), salt: fromText(salt), username };
				await core.keepPasskey({ slot_id, prf: await this.#device.make(about) });
			}
			const ways = new Ways({ core, api: this.#front.api });
			return await ways.addPasskey({ name, day: today(this.#clock), proof });
		});
	}

	/** A sign-in that does not open is ended again. @param {{slot: any, me: any}} answer */
	async #open(answer) {
		try {
			return await this.#front.doorway.core.openPasskey(answer);
		} catch (error) {
			this.#front.api.signOut();
			throw error;
		}
	}
}
