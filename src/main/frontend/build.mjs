// The bundles come with the pages; see the front end's own commit.
