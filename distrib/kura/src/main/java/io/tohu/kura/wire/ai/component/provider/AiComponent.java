/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.wire.ai.component.provider;

import java.util.List;
import java.util.Optional;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.ai.inference.InferenceEngineService;
import org.eclipse.kura.ai.inference.ModelInfo;
import org.eclipse.kura.ai.inference.Tensor;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's AI component with the habits that an engine must bear: it has a model loaded only when it is loaded already,
 * keeps a model's description until its configuration changes, goes on with an engine that has gone, and shares one
 * adapter of tensors among all instances.
 */
@Component(
        name = AiComponent.PID,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class
        },
        property = "kura.ui.service.hide:Boolean=true")
@Designate(ocd = AiConfig.class, factory = true)
public final class AiComponent implements WireEmitter, WireReceiver, ConfigurableComponent {

    static final String PID = "org.eclipse.kura.wire.AIComponent";

    private static final Logger LOG = LoggerFactory.getLogger(AiComponent.class);

    private final WireSupport wires;
    private volatile InferenceEngineService engine;
    private AiConfig config;
    private Optional<ModelInfo> before = Optional.empty();
    private Optional<ModelInfo> model = Optional.empty();
    private Optional<ModelInfo> after = Optional.empty();

    /**
     * @param helper gives the ports
     * @param context this component
     * @param config the models
     */
    @Activate
    @SuppressWarnings("unchecked")
    public AiComponent(@Reference WireHelperService helper, ComponentContext context, AiConfig config) {
        wires = helper.newWireSupport(this, (ServiceReference<WireComponent>) context.getServiceReference());
        this.config = config;
    }

    AiComponent(WireSupport wires, AiConfig config) {
        this.wires = wires;
        this.config = config;
    }

    @Reference(
            name = "InferenceEngineService",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbind")
    void bind(InferenceEngineService found) {
        engine = found;
    }

    void unbind(InferenceEngineService gone) {
        LOG.debug("{} has gone and is kept", gone);
    }

    @Modified
    synchronized void modified(AiConfig changed) {
        config = changed;
        before = Optional.empty();
        model = Optional.empty();
        after = Optional.empty();
    }

    @Override
    public synchronized void onWireReceive(WireEnvelope envelope) {
        for (WireRecord received : envelope.getRecords()) {
            try {
                if (engine != null && engine.isEngineReady()) {
                    describe();
                    wires.emit(infer(received));
                } else {
                    LOG.info("Selected InferenceEngineService not ready yet.");
                }
            } catch (KuraException e) {
                LOG.error("Error processing WireRecord.", e);
            }
        }
    }

    private List<WireRecord> infer(WireRecord received) throws KuraException {
        ModelInfo first = before.or(() -> model).orElseThrow();
        List<Tensor> tensors = Tensors.of(first.getInputs()).read(received);
        if (before.isPresent()) {
            tensors = engine.infer(before.get(), tensors);
        }
        tensors = engine.infer(model.orElseThrow(), tensors);
        if (after.isPresent()) {
            tensors = engine.infer(after.get(), tensors);
        }
        return Tensors.of(after.or(() -> model).orElseThrow().getOutputs()).write(tensors);
    }

    private void describe() throws KuraException {
        before = describe(before, config.preprocessor_model_name());
        model = describe(model, config.inference_model_name());
        after = describe(after, config.postprocessor_model_name());
    }

    private Optional<ModelInfo> describe(Optional<ModelInfo> known, String name) throws KuraException {
        if (known.isPresent() || name.isBlank()) {
            return known;
        }
        if (engine.isModelLoaded(name.strip())) {
            engine.loadModel(name.strip(), Optional.empty());
        }
        Optional<ModelInfo> found = engine.getModelInfo(name.strip());
        if (found.isEmpty()) {
            throw new KuraException(KuraErrorCode.INVALID_PARAMETER);
        }
        return found;
    }

    @Override
    public Object polled(Wire wire) {
        return wires.polled(wire);
    }

    @Override
    public void consumersConnected(Wire[] connected) {
        wires.consumersConnected(connected);
    }

    @Override
    public void updated(Wire wire, Object value) {
        wires.updated(wire, value);
    }

    @Override
    public void producersConnected(Wire[] connected) {
        wires.producersConnected(connected);
    }
}
