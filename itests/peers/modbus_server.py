# Copyright (c) 2026 The Tohu authors
#
# This program and the accompanying materials are made
# available under the terms of the Eclipse Public License 2.0
# which is available at https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""python3 modbus_server.py tcp <port> | rtu-over-tcp <port> | rtu <serial device> <baud>

A pymodbus server, unit 1. Holding register n holds n until it is written, input register n the complement of n, coil n
whether n divides by 3 until it is written, discrete input n whether n is odd. Addresses from 10000 on do not exist.
"""

import asyncio
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import async_io
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer

SIZE = 10000


def context():
    # pymodbus counts its blocks from 1 and the addresses on the line from 0.
    slave = ModbusSlaveContext(
        hr=ModbusSequentialDataBlock(1, list(range(SIZE))),
        ir=ModbusSequentialDataBlock(1, [~n & 0xFFFF for n in range(SIZE)]),
        co=ModbusSequentialDataBlock(1, [n % 3 == 0 for n in range(SIZE)]),
        di=ModbusSequentialDataBlock(1, [n % 2 == 1 for n in range(SIZE)]),
    )
    return ModbusServerContext(slaves={1: slave}, single=False)


async def serve(kind, where, baud):
    if kind == "rtu":
        server = async_io.ModbusSerialServer(
            context(), framer=ModbusRtuFramer, port=where, baudrate=int(baud), bytesize=8, parity="N", stopbits=1
        )
        await server.start()
    else:
        framer = ModbusSocketFramer if kind == "tcp" else ModbusRtuFramer
        server = async_io.ModbusTcpServer(
            context(), framer=framer, address=("127.0.0.1", int(where)), allow_reuse_address=True
        )
    serving = asyncio.ensure_future(server.serve_forever())
    if kind != "rtu":
        await server.serving
    print("peer ready", flush=True)
    await serving


asyncio.run(serve(*(sys.argv[1:] + ["0"])[:3]))
