package org.sifang.notice;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML without building values: YAML 1.1 would make the integer 1080 of 18:00, a date of 2020-10-13 and a number of a
 * division code. Here every scalar keeps its spelling.
 */
final class YamlTree {

    private static final int MAX_ALIASES = 50;

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private final FaultLog faults;
    private int nodes;

    private YamlTree(FaultLog faults) {
        this.faults = faults;
    }

    static Tree read(String text, FaultLog faults) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(Tree.MAX_DEPTH);
        options.setCodePointLimit(DefinitionReader.MAX_BYTES);
        options.setAllowRecursiveKeys(false);
        // Nothing is built here, so that no tag can do harm; each is named with its path below.
        options.setTagInspector(tag -> true);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return root == null ? new Tree.Nothing() : new YamlTree(faults).tree(root, "", 0);
        } catch (MarkedYAMLException broken) {
            throw syntax(broken.getProblemMark());
        } catch (YAMLException refused) {
            // Characters YAML does not allow, nesting or aliases beyond the limits: none of them says where.
            throw FaultLog.refusal(Wrong.YAML_REFUSED);
        }
    }

    private static FaultsException syntax(@Nullable Mark mark) {
        if (mark == null) {
            return FaultLog.refusal(Wrong.YAML_REFUSED);
        }
        int[] characters = mark.getBuffer();
        boolean tab = mark.getPointer() < characters.length && characters[mark.getPointer()] == '\t';
        return FaultLog.refusal(tab ? Wrong.YAML_TAB : Wrong.YAML_SYNTAX, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Tree tree(Node node, String path, int depth) {
        if (depth > Tree.MAX_DEPTH || ++nodes > Tree.MAX_NODES) {
            throw FaultLog.refusal(Wrong.YAML_REFUSED);
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            faults.add(path, Wrong.TAG, Tree.shortened(node.getTag().getValue()));
            return new Tree.Nothing();
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(tree(item, path + "[" + items.size() + "]", depth + 1));
            }
            return new Tree.Sequence(items);
        }
        return node.getTag().equals(Tag.NULL)
                ? new Tree.Nothing()
                : new Tree.Scalar(((ScalarNode) node).getValue(), false);
    }

    private Tree mapping(MappingNode mapping, String path, int depth) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                faults.add(path, Wrong.KEY_NOT_TEXT);
                continue;
            }
            String step = Tree.step(path, key.getValue());
            if (entries.put(key.getValue(), tree(entry.getValueNode(), step, depth + 1)) != null) {
                faults.add(step, Wrong.TWICE, key.getStartMark().getLine() + 1);
            }
        }
        return new Tree.Mapping(entries);
    }
}
