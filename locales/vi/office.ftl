# Messages of the room office. Each has a sentence, .hint (what to do) and, for findings, .explain.

## Folder and files

folder-missing = Không có thư mục `{ $path }`
    .hint = Kiểm tra lại đường dẫn; để tạo thư mục mới, chạy `baocao new { $path }`
folder-is-file = `{ $path }` là tệp, không phải thư mục của văn phòng
    .hint = Ghi đường dẫn của thư mục có tệp `office.yaml`
folder-unreadable = Không mở được thư mục `{ $path }` ({ $reason ->
        [permission] không có quyền đọc
       *[other] lỗi đọc đĩa
    })
    .hint = Kiểm tra quyền đọc của tài khoản chạy chương trình
folder-expected = Đây là tệp, trong khi chương trình cần một thư mục
    .hint = Đổi tên tệp này và tạo thư mục cùng tên
file-unreadable = { $reason ->
        [missing] Thiếu tệp này
        [permission] Không có quyền đọc tệp này
       *[other] Không đọc được tệp này
    }
    .hint = { $reason ->
        [missing] Tạo tệp theo mẫu của `baocao new`, hoặc kiểm tra lại tên tệp
        [permission] Cấp quyền đọc cho tài khoản chạy chương trình
       *[other] Sao chép lại tệp từ bản lưu
    }
file-empty = Tệp không có nội dung
    .hint = Điền nội dung hoặc xóa tệp
file-not-utf8 = Tệp không phải mã UTF-8 từ chỗ này
    .hint = Mở tệp và lưu lại với bảng mã UTF-8
file-too-large = Tệp lớn hơn { $limit } MB
    .hint = Tách tệp hoặc bỏ phần không dùng đến
file-not-plain = Đây không phải tệp thường
    .hint = Chỉ để các tệp thường trong thư mục của văn phòng
file-name-not-utf8 = Tên tệp `{ $name }` không phải mã UTF-8
    .hint = Đặt lại tên tệp
file-not-read = Chương trình không đọc tệp hoặc thư mục này
    .hint = Chuyển đi nơi khác nếu không cần, hoặc đổi phần mở rộng cho đúng loại
    .explain = Thư mục `terms` chỉ có tệp `.yaml`; `results` có `.yaml`, `.xlsx`, `.ods`, `.csv`; `articles` có `.txt` và `.review.yaml`. Tệp khác được bỏ qua và không có trong báo cáo.
symlink-refused = Đây là liên kết đến nơi khác
    .hint = Chép tệp thật vào thư mục của văn phòng thay cho liên kết
too-many-files = Có { $count } tệp, nhiều hơn mức { $limit } tệp
    .hint = Chuyển các tệp cũ sang thư mục lưu trữ
terms-missing = Không có tệp nhiệm kỳ nào trong thư mục `terms`
    .hint = Thêm tệp như `terms/2020-2025.yaml`; `baocao new` tạo sẵn một mẫu

## YAML

yaml-syntax = Sai cú pháp YAML ở chỗ này
    .hint = Kiểm tra dấu hai chấm, thụt đầu dòng và dấu ngoặc kép quanh dòng này; giá trị bắt đầu bằng % hoặc có dấu hai chấm phải đặt trong ngoặc kép
yaml-alias = Không dùng neo `&` và bí danh `*` trong tệp của văn phòng
    .hint = Viết lại giá trị; nếu dấu này là nội dung thì đặt trong ngoặc kép
yaml-tag = Không dùng thẻ `!` trong tệp của văn phòng
    .hint = Bỏ thẻ; nếu dấu này là nội dung thì đặt trong ngoặc kép
yaml-too-deep = Các mục lồng nhau quá { $limit } cấp
    .hint = Viết lại theo mẫu của `baocao new`
yaml-too-many = Tệp có hơn { $limit } mục
    .hint = Chia số liệu thành nhiều tệp
yaml-several-documents = Tệp có nhiều tài liệu YAML ngăn bởi `---`
    .hint = Để mỗi tài liệu trong một tệp
yaml-key-not-text = Tên mục phải là một dòng chữ
    .hint = Viết `tên: giá trị`; nếu dùng dấu ngoặc nhọn hay ngoặc vuông làm nội dung thì đặt trong ngoặc kép
yaml-duplicate-key = Mục `{ $key }` đã có ở dòng { $line }
    .hint = Giữ lại một mục
yaml-unknown-key = Không có mục `{ $key }`
    .hint = { $near ->
        [none] Các mục được dùng ở đây: { $known }
       *[other] Có phải `{ $near }` không? Các mục được dùng ở đây: { $known }
    }
yaml-missing-key = Thiếu giá trị của mục `{ $key }`
    .hint = Thêm `{ $key }: …`
yaml-wrong-type = Mục `{ $key }` phải là { $expected ->
        [text] một dòng chữ
        [number] một số
        [bool] `true` hoặc `false`
        [list] một danh sách
        [map] một nhóm mục con
        [date] một ngày
        [period] một kỳ báo cáo
        [scalar] một giá trị đơn
        [source] `illustrative`, bài báo với câu trích, hoặc văn bản
       *[value] một số, một khoảng số hoặc `true`
    }, không phải { $found ->
        [text] một dòng chữ
        [number] một số
        [bool] `true` hoặc `false`
        [list] một danh sách
        [map] một nhóm mục con
       *[nothing] chỗ trống
    }
    .hint = { $expected ->
        [text] Đặt giá trị trong ngoặc kép
        [number] Viết số không kèm đơn vị, ví dụ 2000 hoặc 35,5
        [bool] Viết `true` (có) hoặc `false` (không), không có ngoặc kép
        [list] Viết mỗi giá trị một dòng, đầu dòng có dấu gạch ngang
        [map] Viết các mục con thụt vào dưới mục này
        [date] Viết như 2023-09-26 hoặc 26/9/2023
        [period] Viết như 2023-Q3, 2023-H1, 2023-9M, 2023 hoặc 2020-2025
        [scalar] Viết một giá trị trên một dòng
        [source] Viết `source: illustrative`, `source: {"{"}article: tên tệp, phrase: "câu trích"{"}"}` hoặc `source: {"{"}document: tên văn bản{"}"}`
       *[value] Viết như 95, 180 - 200 hoặc true
    }
number-ambiguous = Không rõ `{ $text }` là số nguyên hay số thập phân
    .hint = Viết { $plain } nếu là số nguyên, hoặc dùng dấu phẩy cho phần thập phân
number-negative = Giá trị `{ $text }` của `{ $key }` nhỏ hơn 0
    .hint = Kiểm tra lại số liệu
count-not-whole = `{ $text }` của `{ $key }` không phải số đếm được
    .hint = Viết một số nguyên từ 0 trở lên
percent-out-of-range = Tỷ lệ `{ $text }` của `{ $key }` không nằm trong khoảng từ 0 đến 100%
    .hint = Kiểm tra lại số liệu và đơn vị
share-impossible = Không thể có `{ $text }`: phần lớn hơn tổng, hoặc tổng bằng 0
    .hint = Viết phần trước, tổng sau, ví dụ 48/53
date-form = Mục `{ $key }` không phải một ngày: `{ $text }`
    .hint = Viết như 2023-09-26 hoặc 26/9/2023
date-impossible = Không có ngày `{ $text }`
    .hint = Kiểm tra ngày, tháng và năm
period-unknown = Không có kỳ báo cáo `{ $text }`
    .hint = Viết như 2023-Q3 (quý), 2023-H1 (6 tháng đầu năm), 2023-9M (9 tháng), 2023 (năm) hoặc 2020-2025 (nhiệm kỳ)
choice-unknown = `{ $text }` không dùng được cho mục `{ $key }`
    .hint = { $near ->
        [none] Chọn một trong: { $choices }
       *[other] Có phải `{ $near }` không? Chọn một trong: { $choices }
    }
id-form = Mã `{ $id }` không đúng dạng
    .hint = Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ `so-y-te`
id-duplicate = Mã `{ $id }` đã dùng ở { $first }
    .hint = Đặt mã khác cho một trong hai
unknown-id = Không có { $kind ->
        [target] chỉ tiêu
        [organisation] tổ chức cơ sở đảng
        [cluster] cụm
       *[rating-scale] thang xếp loại
    } nào mang mã `{ $id }`
    .hint = { $near ->
        [none] { $kind ->
            [target] Xem mã các chỉ tiêu trong tệp nhiệm kỳ
            [rating-scale] Xem mục `rating-scales` trong tệp `office.yaml`
           *[other] Xem các mã trong tệp `organisations.yaml`
        }
       *[other] Có phải `{ $near }` không?
    }
validity-reversed = Ngày cuối { $to } trước ngày đầu { $from }
    .hint = Đổi lại hai ngày
alias-shared = `{ $name }` chỉ hai tổ chức: `{ $first }` và `{ $second }`
    .hint = Bỏ tên gọi này ở một trong hai tổ chức
scale-overlap = Thang xếp loại `{ $id }` có hiệu lực trùng thời gian với `{ $other }`
    .hint = Sửa `from` và `to` để mỗi ngày chỉ có một thang có hiệu lực

## Terms, targets, results

term-not-a-term = `{ $text }` không phải một nhiệm kỳ
    .hint = Viết năm đầu và năm cuối, ví dụ 2020-2025
term-overlap = Nhiệm kỳ { $term } bắt đầu khi nhiệm kỳ { $other } chưa kết thúc
    .hint = Sửa `from` và `to` để hai nhiệm kỳ không có ngày chung
term-uncovered = Không có nhiệm kỳ nào bao gồm ngày cuối của kỳ { $period }
    .hint = Thêm tệp nhiệm kỳ trong thư mục `terms`, hoặc sửa kỳ của tệp này
target-without-base = Chỉ tiêu `{ $id }` tính bằng % nhưng không ghi tỷ lệ so với tổng nào
    .hint = Thêm `base: tổng số …`
range-comparator = Giá trị `{ $text }` không khớp với cách so sánh của chỉ tiêu
    .hint = Khoảng số như 180 - 200 đi với `comparator: range`; một số đi với cách so sánh khác
unit-not-percent = Giá trị `{ $text }` có dấu % nhưng đơn vị của chỉ tiêu là `{ $unit }`
    .hint = Sửa `unit` thành "%", hoặc bỏ dấu %
level-unknown = Thang `{ $scale }` không có mức `{ $level }`
    .hint = Các mức của thang: { $levels }
article-missing = Không có bài báo `{ $file }` trong thư mục `articles`
    .hint = { $near ->
        [none] Chép bài báo vào thư mục `articles`, hoặc sửa tên tệp
       *[other] Có phải `{ $near }` không?
    }
phrase-missing = Bài `{ $file }` không có câu “{ $phrase }”
    .hint = Chép đúng câu trong bài, kể cả dấu câu
activity-values = Câu có { $places } chỗ `{"{"}{"}"}` nhưng có { $values } giá trị
    .hint = Mỗi chỗ `{"{"}{"}"}` cần một giá trị trong `values`, theo thứ tự
result-form = `{ $text }` không dùng được cho chỉ tiêu `{ $target }`
    .hint = { $expected ->
        [share] Chỉ tiêu tính bằng % và không có tổng cố định: viết tỷ lệ như "35,5%", hoặc phần trên tổng như 48/53
       *[number] Viết một số, một tỷ lệ như "35,5%", hoặc phần trên tổng như 48/53
    }
result-level-unknown = `{ $text }` không phải mức xếp loại đang có hiệu lực
    .hint = Dùng một trong các mức: { $levels }
result-duplicate = Kết quả của `{ $target }` kỳ { $period } đã có ở { $first }
    .hint = Giữ lại một trong hai

## Spreadsheets

sheet-unreadable = Không mở được bảng tính này
    .hint = Mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có, rồi lưu lại dạng .xlsx, .ods hoặc .csv
sheet-no-table = Không tìm thấy bảng số liệu trong tệp
    .hint = Hàng tiêu đề cần có cột “Tổ chức cơ sở đảng” hoặc hai cột “Chỉ tiêu” và “Kết quả”; `baocao new --sheet` tạo sẵn một mẫu
sheet-not-read = Trang tính này không có bảng số liệu nên không được đọc
    .hint = Đặt tên trang là “Hướng dẫn”, ẩn trang đi, hoặc thêm hàng tiêu đề của bảng
    .explain = Bảng số liệu có hàng tiêu đề với cột “Tổ chức cơ sở đảng”, hoặc hai cột “Chỉ tiêu” và “Kết quả”. Trang tính không có hàng nào như vậy được bỏ qua.
sheet-cell-far-away = Có số liệu nằm quá xa bảng
    .hint = Xóa ô này, hoặc chuyển số liệu vào bảng
sheet-period-missing = Không rõ số liệu của kỳ nào
    .hint = Ghi kỳ ở dòng trên bảng, ví dụ “Quý III năm 2023”, hoặc trong tên trang tính hay tên tệp
sheet-heading-unknown = Cột hoặc dòng “{ $heading }” không phải chỉ tiêu nào của nhiệm kỳ
    .hint = { $near ->
        [none] Dùng tên chỉ tiêu trong tệp nhiệm kỳ; cột không cần đọc thì đặt dấu # trước tên
       *[other] Có phải “{ $near }” không? Cột không cần đọc thì đặt dấu # trước tên
    }
sheet-heading-twice = Cột “{ $heading }” có hai lần
    .hint = Giữ lại một cột; cột không cần đọc thì đặt dấu # trước tên
sheet-organisation-unknown = Không có tổ chức cơ sở đảng nào tên “{ $name }”
    .hint = { $near ->
        [none] Dùng tên trong tệp `organisations.yaml`, hoặc thêm tên này vào mục `aliases`
       *[other] Có phải “{ $near }” không? Nếu đúng, thêm tên này vào mục `aliases` của tổ chức đó
    }
sheet-row-without-label = Dòng này có số liệu nhưng không ghi tên tổ chức
    .hint = Ghi tên tổ chức, hoặc xóa số liệu của dòng
sheet-several-totals = Có nhiều dòng tổng cộng
    .hint = Giữ một dòng “Tổng cộng”; dòng cộng của từng cụm ghi “Cộng cụm …”
sheet-date-in-cell = Ô này là ngày tháng, không phải số liệu
    .hint = Bảng tính có thể đã đổi 5/12 thành ngày; định dạng ô là Văn bản rồi nhập lại
sheet-cell-error = Ô này báo lỗi { $error }
    .hint = Sửa công thức, hoặc nhập số liệu
sheet-formula-without-value = Công thức ở ô này chưa được tính
    .hint = Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại
sheet-percent-unclear = Không rõ `{ $text }` là tỷ lệ phần trăm hay phần của 1
    .hint = Viết như "35,5%", hoặc định dạng ô là phần trăm

## A new office

new-file-exists = Đã có tệp này; chương trình không ghi đè
    .hint = Chọn thư mục khác, hoặc đổi tên tệp đang có
new-not-written = Không ghi được vào đây
    .hint = Kiểm tra quyền ghi và chỗ trống trên đĩa
