/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraTimeoutException;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.ai.inference.TensorDescriptor;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.ScaleOffsetType;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Toption;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

/** Where a declared class does something, a component must see the same here and on a gateway. */
class DeclaredBehaviourTest {

    @Test
    void aTypedValueIsEqualToOneOfTheSameTypeAndContentOnly() {
        assertThat(TypedValues.newTypedValue(new byte[] {1})).isEqualTo(TypedValues.newByteArrayValue(new byte[] {1}));
        assertThat(TypedValues.newTypedValue(Double.NaN)).isEqualTo(TypedValues.newDoubleValue(Double.NaN));
        assertThat((Object) TypedValues.newTypedValue(1)).isNotEqualTo(TypedValues.newLongValue(1));
        assertThat(TypedValues.newStringValue(null).getValue()).isEmpty();
        assertThat(TypedValues.newByteArrayValue(new byte[] {(byte) 0xff}))
                .isGreaterThan(TypedValues.newByteArrayValue(new byte[] {1}));
    }

    @Test
    void aTextBecomesAValueOfTheConfiguredTypeOrIsRefused() {
        assertThat((Object) TypedValues.parseTypedValue(DataType.FLOAT, "1.5"))
                .isEqualTo(TypedValues.newFloatValue(1.5f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypedValues.parseTypedValue(DataType.INTEGER, "1.5"))
                .withMessageContaining("INTEGER");
        assertThatIllegalArgumentException().isThrownBy(() -> TypedValues.newTypedValue(new Object()));
    }

    @Test
    void aChannelRefusesAValueOfAnotherTypeBeforeItReachesADriver() {
        Channel channel = new Channel(
                "speed",
                ChannelType.READ_WRITE,
                DataType.INTEGER,
                ScaleOffsetType.DEFINED_BY_VALUE_TYPE,
                1.0,
                0.0,
                Map.of("node.id", "ns=2;i=1"));

        assertThatIllegalArgumentException().isThrownBy(() -> channel.createWriteRecord(TypedValues.newLongValue(1)));
        ChannelRecord read = channel.createReadRecord();
        assertThat(read.getChannelConfig()).containsEntry("node.id", "ns=2;i=1");
        assertThat(read.getValue()).isNull();
        assertThat(read.getUnit()).isEmpty();
    }

    @Test
    void aReceiverCannotChangeARecordThatOthersSeeToo() {
        Map<String, TypedValue<?>> values = new HashMap<>();
        WireEnvelope envelope = new WireEnvelope("pump", List.of(new WireRecord(values)));

        Map<String, TypedValue<?>> seen = envelope.getRecords().get(0).getProperties();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> seen.put("a", TypedValues.newIntegerValue(1)));
        assertThat(envelope.getEmitterPid()).isEqualTo("pump");
    }

    @Test
    void aTensorGivesItsDataOnlyAsItsElementType() {
        TensorDescriptor descriptor =
                TensorDescriptor.builder("x", "FP32", List.of(1L)).build();
        Tensor tensor = new Tensor(Float.class, descriptor, List.of(1f));

        assertThat(tensor.getData(Float.class)).contains(List.of(1f));
        assertThat(tensor.getData(Double.class)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ModelInfo.builder("m").addInputDescriptor(descriptor).build());
    }

    @Test
    void aVerbThatAHandlerDoesNotHaveIsAnsweredAsNotSupported() {
        RequestHandler handler = new RequestHandler() {};

        assertThatExceptionOfType(KuraException.class)
                .isThrownBy(() -> handler.doExec(null, null))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(KuraErrorCode.OPERATION_NOT_SUPPORTED))
                .withMessageContaining("exec");
    }

    @Test
    void anAttributeWithoutTheOptionalPartsIsRequiredAndSingle() {
        Tad attribute = new Tad();
        attribute.setType(Tscalar.INTEGER);
        attribute.setOption(new Toption());

        assertThat(attribute.getType()).isEqualTo(Scalar.INTEGER);
        assertThat(attribute.isRequired()).isTrue();
        assertThat(attribute.getCardinality()).isZero();
        assertThat(attribute.getOption()).hasSize(1);
    }

    @Test
    void aReasonThatKuraWouldNotShowIsNotShownHereEither() {
        assertThat(new KuraException(KuraErrorCode.BAD_REQUEST, "no such topic"))
                .hasMessageContaining("no such topic");
        assertThat(new KuraException(KuraErrorCode.NOT_FOUND, "no such topic").getMessage())
                .doesNotContain("no such topic");
        assertThat(new KuraTimeoutException("after 5 s").getMessage()).doesNotContain("after 5 s");
        assertThat(new KuraException(KuraErrorCode.CONFIGURATION_ERROR, "shown", "lost").getMessage())
                .contains("shown")
                .doesNotContain("lost");
        assertThat(KuraException.internalError("why")).hasMessageContaining("why");
    }
}
