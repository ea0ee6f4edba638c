/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tohu.modbus.internal.serial.RtuFrame.Outcome;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frames of a serial line. The examples' checksums were computed with another implementation. */
class RtuFrameTest {

    /** Unit 1, two holding registers from 0. */
    private static final RtuFrame READ = new RtuFrame(1, pdu("0300000002"));

    private static final String REPLY = "01030400070008 4a34";

    private static ByteBuffer pdu(String hex) {
        return ByteBuffer.wrap(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static RtuFrame.Found find(RtuFrame frame, String came) {
        byte[] data = bytes(came);
        return frame.find(data, 0, data.length);
    }

    @Test
    void aRequestCarriesItsChecksumLowByteFirst() {
        assertThat(READ.bytes()).isEqualTo(bytes("010300000002 c40b"));
    }

    @Test
    void aReplyIsFoundWhenItsLastByteHasCome() {
        byte[] data = bytes(REPLY);
        assertThat(READ.find(data, 0, data.length - 1).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(READ.find(data, 0, data.length)).isEqualTo(new RtuFrame.Found(Outcome.FOUND, 0, 9));
    }

    @Test
    void noiseAndAnotherUnitsLateReplyInFrontArePassedOver() {
        assertThat(find(READ, "00" + REPLY).start()).isEqualTo(1);
        assertThat(find(READ, "02030400010002 1932" + REPLY).start()).isEqualTo(9);
    }

    @Test
    void anExceptionIsAReply() {
        assertThat(find(READ, "018302 c0f1")).isEqualTo(new RtuFrame.Found(Outcome.FOUND, 0, 5));
    }

    @Test
    void aReplyOfTheRightLengthWithAWrongChecksumNeedNotBeWaitedFor() {
        assertThat(find(READ, "01030400070009 4a34").outcome()).isEqualTo(Outcome.DAMAGED);
    }

    @Test
    void noReplyWithOneOrTwoBitsTurnedIsTaken() {
        byte[] reply = bytes(REPLY);
        for (int i = 0; i < 8 * reply.length; i++) {
            reply[i / 8] ^= (byte) (1 << i % 8);
            assertThat(READ.find(reply, 0, reply.length).outcome()).isNotEqualTo(Outcome.FOUND);
            for (int j = i + 1; j < 8 * reply.length; j++) {
                reply[j / 8] ^= (byte) (1 << j % 8);
                assertThat(READ.find(reply, 0, reply.length).outcome()).isNotEqualTo(Outcome.FOUND);
                reply[j / 8] ^= (byte) (1 << j % 8);
            }
            reply[i / 8] ^= (byte) (1 << i % 8);
        }
        assertThat(READ.find(reply, 0, reply.length).outcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    void anEchoOfTheRequestIsNoReplyUnlessTheyLookTheSame() {
        byte[] twice = bytes("010300000002 c40b" + REPLY);

        assertThat(READ.echo(twice, 3)).isEqualTo(3);
        assertThat(READ.echo(twice, twice.length)).isEqualTo(8);
        assertThat(READ.isAnsweredByItself()).isFalse();
        assertThat(new RtuFrame(1, pdu("0600010003")).isAnsweredByItself()).isTrue();
        assertThat(new RtuFrame(1, pdu("1000010001020003")).isAnsweredByItself())
                .isFalse();
    }

    @Test
    void theLongestSilenceIsThatOfTheSpecification() {
        assertThat(line(9600).silence()).isEqualTo(4_010_416);
        assertThat(line(19_200).silence()).isEqualTo(2_005_208);
        assertThat(line(115_200).silence()).isEqualTo(1_750_000);
    }

    private static SerialLine line(int baud) {
        return new SerialLine("/dev/ttyS0", baud, SerialLine.Parity.EVEN, 1, false, Duration.ofSeconds(1));
    }
}
