/** When the programme ends: said at unlock, on home, and to a room that was still open afterwards. */
export const ending = {
	"notice.programme-closing":
		"{programme} termina el {last}. Hasta ese día todo sigue igual. Copia o anota lo que quieras guardar. Después nadie podrá abrir nada aquí.",
	"ending.note": "{programme} termina el {last}. Copia o anota antes lo que quieras guardar.",
};
