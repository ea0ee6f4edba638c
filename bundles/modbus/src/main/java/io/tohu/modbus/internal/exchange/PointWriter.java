/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.exchange;

import com.digitalpetri.modbus.pdu.MaskWriteRegisterRequest;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ModbusResponsePdu;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import io.tohu.modbus.internal.link.ExchangeException;
import io.tohu.modbus.internal.link.ExchangeException.Kind;
import io.tohu.modbus.internal.link.Reasons;
import io.tohu.modbus.internal.plan.Limits;
import io.tohu.modbus.internal.plan.Span;
import io.tohu.modbus.internal.point.Point;
import io.tohu.modbus.internal.point.PointType;
import io.tohu.modbus.internal.point.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Writes values in the order given. Neighbours that follow each other in the list go in one request, so that values
 * which belong together arrive together.
 */
public final class PointWriter {

    private static final int WRITE_COIL = 5;
    private static final int WRITE_REGISTER = 6;
    private static final int MASK_WRITE = 22;
    private static final int ILLEGAL_FUNCTION = 1;
    /** The protocol's limits for functions 16 and 15. */
    private static final int MOST_REGISTERS = 123;

    private static final int MOST_COILS = 1968;

    private final Limits limits;

    public PointWriter(Limits limits) {
        this.limits = limits;
    }

    /**
     * Blocks until each value is confirmed or failed. One caller at a time: setting a bit of a register may take a
     * read and a write, which another write must not come between.
     *
     * @return for each value in order its failure, or null
     */
    public synchronized List<ExchangeException> write(Session session, List<Write> writes) throws InterruptedException {
        List<ExchangeException> failures = new ArrayList<>(writes.size());
        int from = 0;
        while (from < writes.size()) {
            int to = from + 1;
            int length = writes.get(from).point().span().length();
            while (to < writes.size()
                    && writes.get(to - 1).joins(writes.get(to))
                    && length + writes.get(to).point().span().length() <= most(writes.get(from))) {
                length += writes.get(to).point().span().length();
                to++;
            }
            writeRun(session, writes.subList(from, to), failures);
            from = to;
        }
        return failures;
    }

    private int most(Write write) {
        Table table = write.point().table();
        return Math.min(limits.maxLength(table), table.bits() ? MOST_COILS : MOST_REGISTERS);
    }

    private void writeRun(Session session, List<Write> run, List<ExchangeException> failures)
            throws InterruptedException {
        ExchangeException failure = attempt(session, run);
        if (failure != null && failure.kind() == Kind.REFUSED && run.size() > 1) {
            // A refused request has written nothing: one by one, only the guilty value fails.
            for (Write write : run) {
                failures.add(attempt(session, List.of(write)));
            }
        } else {
            run.forEach(w -> failures.add(failure));
        }
    }

    private ExchangeException attempt(Session session, List<Write> run) throws InterruptedException {
        Write first = run.get(0);
        try {
            if (first.point().type() == PointType.BIT) {
                writeBit(session, first.point(), first.bit());
            } else if (run.size() == 1 && first.point().span().length() == 1) {
                writeOne(session, first);
            } else {
                await(session.write(first.point().unit(), many(run)));
            }
            return null;
        } catch (ExchangeException e) {
            return e;
        }
    }

    private void writeOne(Session session, Write write) throws ExchangeException, InterruptedException {
        Point point = write.point();
        int function = point.table().bits() ? WRITE_COIL : WRITE_REGISTER;
        if (session.habits().knows(point.unit(), function)) {
            try {
                await(session.write(point.unit(), one(write)));
                return;
            } catch (ExchangeException e) {
                if (!e.refusedWith(ILLEGAL_FUNCTION)) {
                    throw e;
                }
                session.habits().lacks(point.unit(), function);
            }
        }
        await(session.write(point.unit(), many(List.of(write))));
    }

    private void writeBit(Session session, Point point, boolean value) throws ExchangeException, InterruptedException {
        int address = point.span().start();
        int mask = 1 << (point.order().littleBytes() ? (point.bit() + 8) % 16 : point.bit());
        if (session.habits().knows(point.unit(), MASK_WRITE)) {
            try {
                await(session.write(
                        point.unit(), new MaskWriteRegisterRequest(address, ~mask & 0xFFFF, value ? mask : 0)));
                return;
            } catch (ExchangeException e) {
                if (!e.refusedWith(ILLEGAL_FUNCTION)) {
                    throw e;
                }
                session.habits().lacks(point.unit(), MASK_WRITE);
            }
        }
        byte[] now = Replies.data(await(
                session.read(point.unit(), Replies.readRequest(new Span(point.unit(), point.table(), address, 1)))));
        int register = (now[0] & 0xFF) << 8 | now[1] & 0xFF;
        int next = value ? register | mask : register & ~mask;
        writeOne(session, new Write(point, new byte[] {(byte) (next >> 8), (byte) next}));
    }

    private static ModbusRequestPdu one(Write write) {
        int address = write.point().span().start();
        return write.point().table().bits()
                ? new WriteSingleCoilRequest(address, write.bit() ? 0xFF00 : 0)
                : new WriteSingleRegisterRequest(address, (write.cells()[0] & 0xFF) << 8 | write.cells()[1] & 0xFF);
    }

    private static ModbusRequestPdu many(List<Write> run) {
        Span first = run.get(0).point().span();
        int length = run.stream().mapToInt(w -> w.point().span().length()).sum();
        if (first.table().bits()) {
            byte[] bits = new byte[(length + 7) / 8];
            for (int i = 0; i < length; i++) {
                if (run.get(i).bit()) {
                    bits[i / 8] |= (byte) (1 << i % 8);
                }
            }
            return new WriteMultipleCoilsRequest(first.start(), length, bits);
        }
        byte[] registers = new byte[2 * length];
        int at = 0;
        for (Write write : run) {
            System.arraycopy(write.cells(), 0, registers, at, write.cells().length);
            at += write.cells().length;
        }
        return new WriteMultipleRegistersRequest(first.start(), length, registers);
    }

    private static ModbusResponsePdu await(CompletableFuture<ModbusResponsePdu> reply)
            throws ExchangeException, InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw Reasons.exchange(e);
        }
    }
}
