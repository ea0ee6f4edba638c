/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterCodecTest {

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** What a device sends for 0x12345678 and 0x0123456789ABCDEF, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "false, false, 12345678, 0123456789ABCDEF",
        "true,  false, 34127856, 23016745AB89EFCD",
        "false, true,  56781234, CDEF89AB45670123",
        "true,  true,  78563412, EFCDAB8967452301"
    })
    void allFourOrdersAreReadAndWrittenAsVendorsSendThem(boolean bytes, boolean words, String two, String four)
            throws Exception {
        RegisterOrder order = new RegisterOrder(bytes, words);

        assertThat(RegisterCodec.bits(hex(two), 0, 2, order)).isEqualTo(0x12345678L);
        assertThat(RegisterCodec.bits(hex(four), 0, 4, order)).isEqualTo(0x0123456789ABCDEFL);
        assertThat(RegisterCodec.registers(0x12345678L, 2, order)).isEqualTo(hex(two));
        assertThat(RegisterCodec.registers(0x0123456789ABCDEFL, 4, order)).isEqualTo(hex(four));
    }

    @Test
    void theOffsetIsRespected() {
        assertThat(RegisterCodec.bits(hex("FFFF0102FFFF"), 2, 1, RegisterOrder.BIG))
                .isEqualTo(0x0102);
    }

    @Test
    void whatIsWrittenIsReadBackInEveryOrder() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            RegisterOrder order = new RegisterOrder(random.nextBoolean(), random.nextBoolean());
            int count = 1 + random.nextInt(4);
            long bits = random.nextLong() >>> 64 - 16 * count;

            assertThat(RegisterCodec.bits(RegisterCodec.registers(bits, count, order), 0, count, order))
                    .isEqualTo(bits);
        }
    }

    @Test
    void bcdIsDecimalDigitsInNibbles() throws Exception {
        assertThat(RegisterCodec.fromBcd(0x1234, 4)).isEqualTo(1234);
        assertThat(RegisterCodec.fromBcd(0x98765432L, 8)).isEqualTo(98_765_432);
        assertThat(RegisterCodec.toBcd(1234, 4)).isEqualTo(0x1234);
        assertThat(RegisterCodec.toBcd(98_765_432, 8)).isEqualTo(0x98765432L);
    }

    @Test
    void aNibbleThatIsNoDigitIsNotTakenForANumber() {
        assertThatThrownBy(() -> RegisterCodec.fromBcd(0x12A4, 4))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("0x12A4");
    }

    @Test
    void textEndsAtTheFirstNulAndLosesItsPadding() {
        byte[] pump = hex("50554D5020200041");

        assertThat(RegisterCodec.text(pump, 0, 4, RegisterOrder.BIG)).isEqualTo("PUMP");
    }

    @Test
    void textWithSwappedBytesIsReadAndWritten() throws Exception {
        RegisterOrder swapped = new RegisterOrder(true, false);

        assertThat(RegisterCodec.text(hex("5550504D"), 0, 2, swapped)).isEqualTo("PUMP");
        assertThat(RegisterCodec.fromText("PUMP", 3, swapped)).isEqualTo(hex("5550504D0000"));
    }

    @Test
    void textThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> RegisterCodec.fromText("PUMPS", 2, RegisterOrder.BIG))
                .hasMessageContaining("5 characters", "holds 4");
        assertThatThrownBy(() -> RegisterCodec.fromText("Ω", 2, RegisterOrder.BIG))
                .hasMessageContaining("ISO 8859-1");
    }
}
