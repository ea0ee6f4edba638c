/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.field;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** Spoils the reply after each time it is told to; what it did can be asked for. Everything else passes as it is. */
final class Saboteur implements Line.Replies {

    private Random armed;
    private byte[] before = {};
    private byte[] sent = {};
    private byte[] delivered = {};
    private String deed = "nothing";

    /** Spoils the next reply, in a way that the seed decides. */
    synchronized void arm(long seed) {
        armed = new Random(seed);
        deed = "nothing";
        sent = new byte[0];
        delivered = sent;
    }

    /** Lets everything pass again. */
    synchronized void disarm() {
        armed = null;
    }

    /** What was done since it was armed. */
    synchronized String deed() {
        return deed;
    }

    /** What the server sent, in place of which {@link #delivered()} went on. */
    synchronized byte[] sent() {
        return sent;
    }

    synchronized byte[] delivered() {
        return delivered;
    }

    @Override
    public synchronized void pass(byte[] piece, OutputStream toClient) throws IOException {
        byte[] passed = piece;
        boolean ends = false;
        if (armed != null) {
            Mutation mutation = Mutation.any(armed);
            passed = mutation.of(piece, before, armed);
            ends = armed.nextInt(4) == 0;
            deed = mutation + (ends ? " and the end of the connection" : "");
            sent = piece;
            delivered = passed;
            armed = null;
        }
        before = piece;
        toClient.write(passed);
        toClient.flush();
        if (ends) {
            throw new IOException("cut");
        }
    }
}
