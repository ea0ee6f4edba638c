/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.plant.modbus;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.FunctionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadCoilsResponse;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilResponse;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import io.tohu.plant.serve.Counters;
import io.tohu.plant.serve.Frame;
import io.tohu.plant.serve.Machine;

/**
 * Answers Modbus requests from the machine's current frame: an address that is not in the {@link RegisterMap} with
 * exception 2, a value that the machine refuses with exception 3, another unit than 1 not at all.
 */
final class Registers implements ModbusServices {

    private static final int UNIT = 1;

    private final Machine machine;
    private final RegisterMap map;
    private final Counters counters;

    Registers(Machine machine, Counters counters) {
        this.machine = machine;
        this.map = new RegisterMap(machine.tags());
        this.counters = counters;
    }

    @Override
    public ReadInputRegistersResponse readInputRegisters(
            ModbusRequestContext context, int unit, ReadInputRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        return new ReadInputRegistersResponse(counted(
                unit, () -> map.inputs(frame(), request.getFunctionCode(), request.address(), request.quantity())));
    }

    @Override
    public ReadHoldingRegistersResponse readHoldingRegisters(
            ModbusRequestContext context, int unit, ReadHoldingRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        return new ReadHoldingRegistersResponse(counted(
                unit, () -> map.holdings(frame(), request.getFunctionCode(), request.address(), request.quantity())));
    }

    @Override
    public ReadCoilsResponse readCoils(ModbusRequestContext context, int unit, ReadCoilsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        boolean lit = machine.lamp().state().lit();
        return new ReadCoilsResponse(
                counted(unit, () -> bit(lit, request.getFunctionCode(), request.address(), request.quantity())));
    }

    @Override
    public ReadDiscreteInputsResponse readDiscreteInputs(
            ModbusRequestContext context, int unit, ReadDiscreteInputsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        boolean runs = machine.running();
        return new ReadDiscreteInputsResponse(
                counted(unit, () -> bit(runs, request.getFunctionCode(), request.address(), request.quantity())));
    }

    @Override
    public WriteSingleRegisterResponse writeSingleRegister(
            ModbusRequestContext context, int unit, WriteSingleRegisterRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        byte[] register = {(byte) (request.value() >> 8), (byte) request.value()};
        writeRegisters(unit, FunctionCode.WRITE_SINGLE_REGISTER, request.address(), register);
        return new WriteSingleRegisterResponse(request.address(), request.value());
    }

    @Override
    public WriteMultipleRegistersResponse writeMultipleRegisters(
            ModbusRequestContext context, int unit, WriteMultipleRegistersRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        writeRegisters(unit, FunctionCode.WRITE_MULTIPLE_REGISTERS, request.address(), request.values());
        return new WriteMultipleRegistersResponse(request.address(), request.quantity());
    }

    @Override
    public WriteSingleCoilResponse writeSingleCoil(
            ModbusRequestContext context, int unit, WriteSingleCoilRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        writeLamp(unit, FunctionCode.WRITE_SINGLE_COIL, request.address(), 1, request.value() != 0);
        return new WriteSingleCoilResponse(request.address(), request.value());
    }

    @Override
    public WriteMultipleCoilsResponse writeMultipleCoils(
            ModbusRequestContext context, int unit, WriteMultipleCoilsRequest request)
            throws ModbusResponseException, UnknownUnitIdException {
        boolean lit = request.values().length > 0 && (request.values()[0] & 1) != 0;
        writeLamp(unit, FunctionCode.WRITE_MULTIPLE_COILS, request.address(), request.quantity(), lit);
        return new WriteMultipleCoilsResponse(request.address(), request.quantity());
    }

    private Frame frame() {
        return machine.board().frame();
    }

    private interface Answer {
        byte[] bytes() throws ModbusResponseException;
    }

    private byte[] counted(int unit, Answer answer) throws ModbusResponseException, UnknownUnitIdException {
        checkUnit(unit);
        try {
            byte[] bytes = answer.bytes();
            counters.read(Math.max(1, bytes.length / 2), bytes.length);
            return bytes;
        } catch (ModbusResponseException refused) {
            counters.refused();
            throw refused;
        }
    }

    private static void checkUnit(int unit) throws UnknownUnitIdException {
        if (unit != UNIT) {
            throw new UnknownUnitIdException(unit);
        }
    }

    /** There is one coil and one discrete input, both at address 0. */
    private static byte[] bit(boolean value, int function, int address, int quantity) throws ModbusResponseException {
        if (address != 0 || quantity != 1) {
            throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_ADDRESS.getCode());
        }
        return new byte[] {(byte) (value ? 1 : 0)};
    }

    private void writeRegisters(int unit, FunctionCode function, int address, byte[] registers)
            throws ModbusResponseException, UnknownUnitIdException {
        checkUnit(unit);
        try {
            for (RegisterMap.Write write : map.writes(frame(), function.getCode(), address, registers)) {
                machine.write(write.tag(), write.value());
            }
            counters.wrote();
        } catch (ModbusResponseException refused) {
            counters.refused();
            throw refused;
        } catch (IllegalArgumentException outOfRange) {
            counters.refused();
            throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_VALUE);
        }
    }

    private void writeLamp(int unit, FunctionCode function, int address, int quantity, boolean lit)
            throws ModbusResponseException, UnknownUnitIdException {
        checkUnit(unit);
        if (address != 0 || quantity != 1) {
            counters.refused();
            throw new ModbusResponseException(function, ExceptionCode.ILLEGAL_DATA_ADDRESS);
        }
        machine.write(map.lamp(), lit);
        counters.wrote();
    }
}
