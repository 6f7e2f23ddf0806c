const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The stream cipher of password-protected ZIP files (APPNOTE.TXT, section 6.1). It is weak, and what every tool understands. */
export class ZipCipher {
  #first = 0x12345678;
  #second = 0x23456789;
  #third = 0x34567890;

  constructor(password: Uint8Array) {
    for (const byte of password) this.#update(byte);
  }

  encrypt(bytes: Uint8Array): Uint8Array {
    return bytes.map((plain) => {
      const key = this.#key();
      this.#update(plain);
      return plain ^ key;
    });
  }

  decrypt(bytes: Uint8Array): Uint8Array {
    return bytes.map((encrypted) => {
      const plain = encrypted ^ this.#key();
      this.#update(plain);
      return plain;
    });
  }

  #key(): number {
    const seed = (this.#third | 2) & 0xffff;
    return (Math.imul(seed, seed ^ 1) >>> 8) & 0xff;
  }

  #update(plain: number): void {
    this.#first = crcStep(this.#first, plain);
    this.#second = (Math.imul((this.#second + (this.#first & 0xff)) | 0, 134775813) + 1) >>> 0;
    this.#third = crcStep(this.#third, this.#second >>> 24);
  }
}

function crcStep(crc: number, byte: number): number {
  return ((table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
}
