/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */

// node modbus-server.js <port>
// A modbus-serial server over TCP, whatever the unit. Holding register n holds n until it is written, input register n
// the complement of n, coil n whether n divides by 3 until it is written, discrete input n whether n is odd. Addresses
// from 10000 on do not exist.
"use strict";

const { ServerTCP } = require("modbus-serial");

const SIZE = 10000;
const holding = Uint16Array.from({ length: SIZE }, (_, n) => n);
const coils = Array.from({ length: SIZE }, (_, n) => n % 3 === 0);

function known(address) {
  if (address >= SIZE) {
    throw { modbusErrorCode: 2 };
  }
  return address;
}

const server = new ServerTCP(
  {
    getHoldingRegister: (address) => holding[known(address)],
    getInputRegister: (address) => ~known(address) & 0xffff,
    getCoil: (address) => coils[known(address)],
    getDiscreteInput: (address) => known(address) % 2 === 1,
    setRegister: (address, value) => {
      holding[known(address)] = value;
    },
    setCoil: (address, value) => {
      coils[known(address)] = value;
    },
  },
  { host: "127.0.0.1", port: Number(process.argv[2]) },
);
server.on("initialized", () => console.log("peer ready"));
server.on("serverError", (error) => {
  console.error(error);
  process.exit(1);
});
