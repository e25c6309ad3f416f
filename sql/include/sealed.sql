-- SPDX-License-Identifier: PostgreSQL
-- For tests of written forms: their checksum, and sums that say what a test wants of them.

-- CRC-32C (Castagnoli: reflected polynomial 0x82f63b78), bit by bit; of the digits 123456789 it is e3069283.
CREATE FUNCTION castagnoli(bytes bytea) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	crc bigint := 4294967295;
BEGIN
	FOR i IN 0 .. length(bytes) - 1 LOOP
		crc := crc # get_byte(bytes, i);
		FOR bit IN 1 .. 8 LOOP
			crc := (crc >> 1) # (crc & 1) * 2197175160;
		END LOOP;
	END LOOP;
	RETURN crc # 4294967295;
END $$;
-- A text with the checksum that it should have at its end.
CREATE FUNCTION sealed(t text) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN t || lpad(to_hex(castagnoli(decode(t, 'hex'))), 8, '0');
-- Whole sums in one limb, of which 0x00040000 is 1; the number of a matrix's sums (kind 33) is in its parameter.
CREATE FUNCTION sealed_sums(kind text, parameter float8, row_count int, marked int, VARIADIC sums int[]) RETURNS text LANGUAGE sql IMMUTABLE
	RETURN sealed('01' || kind || CASE WHEN kind = '33' THEN '00' ELSE lpad(to_hex(cardinality(sums)), 2, '0') END || lpad(to_hex(row_count), 16, '0') || lpad(to_hex(marked), 16, '0')
		|| encode(float8send(parameter), 'hex') || CASE WHEN 0 <> ANY (sums) THEN '00210001' ELSE '00000000' END
		|| coalesce((SELECT string_agg(CASE WHEN s < 0 THEN '01' ELSE '00' END || CASE WHEN 0 <> ANY (sums) THEN lpad(to_hex(abs(s) * 262144), 8, '0') ELSE '' END, '' ORDER BY n)
			FROM unnest(sums) WITH ORDINALITY u(s, n)), ''));
