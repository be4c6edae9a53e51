package org.sifang.notice;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a text the paths of its faults lie, for people who look for them there. JSON is read as the YAML it is. */
public final class FaultLines {

    private final Map<String, Integer> lines = new HashMap<>();

    private FaultLines() {}

    /** A text that cannot be read as a whole has no lines; its faults say themselves where it breaks. */
    public static FaultLines of(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(Tree.MAX_DEPTH);
        options.setCodePointLimit(DefinitionReader.MAX_BYTES);
        options.setAllowRecursiveKeys(false);
        options.setTagInspector(tag -> true);
        FaultLines found = new FaultLines();
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root != null) {
                found.gather(root, "", 0);
            }
        } catch (YAMLException unreadable) {
            found.lines.clear();
        }
        return found;
    }

    /**
     * Line of what stands at this path, from 1; of the part it is missing from, where it does not stand there.
     *
     * @param path such as {@code obligations[1].due}
     */
    public Optional<Integer> line(String path) {
        for (String known = path; !known.isEmpty(); known = parent(known)) {
            Integer line = lines.get(known);
            if (line != null) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private void gather(Node node, String path, int depth) {
        if (depth > Tree.MAX_DEPTH || lines.size() > Tree.MAX_NODES) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String step = Tree.step(path, key.getValue());
                    note(step, key);
                    gather(entry.getValueNode(), step, depth + 1);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                note(path + "[" + i + "]", items.get(i));
                gather(items.get(i), path + "[" + i + "]", depth + 1);
            }
        }
    }

    private void note(String path, @Nullable Node node) {
        if (node != null) {
            lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        }
    }
}
