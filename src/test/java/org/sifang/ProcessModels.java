package org.sifang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models of {@code bpmn/} as files, for tests that compile them. */
final class ProcessModels {

    static final Path FOLDER = Path.of("bpmn");
    static final Path DECISIONS = FOLDER.resolve("decisions");
    static final Path FORMS = Path.of("forms");
    static final Path SOURCES = Path.of("src/main/java/org/sifang");

    private ProcessModels() {}

    /** A file and what is in it. */
    record Model(String name, BpmnModelInstance bpmn) {

        Process process() {
            return all(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type);
        }

        Stream<FlowElement> flowElements() {
            return all(FlowElement.class).stream();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A decision table's file and what is in it. */
    record Table(String name, DmnModelInstance dmn) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Model> models() {
        return files(FOLDER, ".bpmn").stream()
                .map(file -> new Model(nameOf(file), Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static List<Table> tables() {
        return files(DECISIONS, ".dmn").stream()
                .map(file -> new Table(nameOf(file), Dmn.readModelFromFile(file.toFile())))
                .toList();
    }

    /** Texts of an element's {@code documentation}. */
    static Optional<String> documentation(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Files of a folder and what lies below it, by name. */
    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
